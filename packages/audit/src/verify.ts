import type { KeyObject } from 'node:crypto';
import { beginningOf, hashDetail, hashEntry } from './chain.ts';
import type { AuditExport, Checkpoint, Entry } from './entry.ts';
import { isSigned } from './keys.ts';

/** What can be wrong with a chain. */
export const auditFaults = [
  'entry-missing',
  'entry-out-of-order',
  'entry-changed',
  'detail-changed',
  'tail-missing',
  'signature-wrong',
  'chain-rewritten',
] as const;
export type AuditFault = { fault: (typeof auditFaults)[number]; seq: number };

export type Verdict = {
  faults: AuditFault[];
  entries: number;
  /** Entries whose detail has been erased, as the law may ask; that they happened still stands. */
  erased: number;
  /** Up to where signatures reach. */
  signedTo: number;
};

/**
 * Checks a partnership's chain against the public key that its people keep, without the installation: every entry in
 * its place and unchanged, nothing missing at the end, nothing written anew.
 * @param kept checkpoints that somebody has kept elsewhere: the chain must reach and agree with them too
 */
export function verifyExport(
  { partnership, entries, checkpoints, seal }: AuditExport,
  key: KeyObject,
  kept: readonly Checkpoint[] = [],
): Verdict {
  const faults: AuditFault[] = [];
  const hashes = checkEntries(partnership.id, entries, faults);
  const last = entries.at(-1)?.seq ?? 0;
  let signedTo = 0;
  for (const checkpoint of [...checkpoints, seal, ...kept]) {
    const { seq, hash } = checkpoint;
    if (!isSigned(key, partnership.id, checkpoint)) {
      faults.push({ fault: 'signature-wrong', seq });
      continue;
    }
    if (seq > last) faults.push({ fault: 'tail-missing', seq: last + 1 });
    else if (seq > 0 && hashes.get(seq) !== hash) faults.push({ fault: 'chain-rewritten', seq });
    signedTo = Math.max(signedTo, seq);
  }
  if (signedTo < last) faults.push({ fault: 'signature-wrong', seq: signedTo + 1 });
  const erased = entries.filter(({ detail }) => detail === null).length;
  return { faults: once(faults), entries: entries.length, erased, signedTo };
}

/** Goes along the chain. @returns the hash of each entry as it follows from what stands before it */
function checkEntries(partnershipId: string, entries: readonly Entry[], faults: AuditFault[]) {
  const hashes = new Map<number, string>();
  let before = beginningOf(partnershipId);
  let expected = 1;
  for (const entry of entries) {
    const { seq } = entry;
    if (seq > expected) faults.push({ fault: 'entry-missing', seq: expected });
    if (seq < expected) faults.push({ fault: 'entry-out-of-order', seq });
    const isWhole = entry.detail === null || isDetail(entry);
    if (!isWhole) faults.push({ fault: 'detail-changed', seq });
    // After a gap the entry before is not there; what the next one says of it is taken, and the gap has been told.
    const hash = seq === expected ? hashEntry(before, entry) : entry.hash;
    if (hash !== entry.hash) faults.push({ fault: 'entry-changed', seq });
    hashes.set(seq, hash);
    before = entry.hash;
    expected = Math.max(expected, seq) + 1;
  }
  return hashes;
}

function isDetail({ detail, salt, detailHash }: Entry) {
  if (detail === null || salt === null) return false;
  const bytes = Buffer.from(salt, 'base64url');
  // Written in the one way: base64 has others that read alike.
  return bytes.toString('base64url') === salt && hashDetail(bytes, detail) === detailHash;
}

function once(faults: readonly AuditFault[]): AuditFault[] {
  return [...new Map(faults.map((one) => [`${one.fault} ${one.seq}`, one])).values()];
}
