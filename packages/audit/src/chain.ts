import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Entry } from './entry.ts';

const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
};

/** JSON in one way only (RFC 8785), so that it hashes alike wherever it is read. */
const canonical = (value: unknown) => canonicalize(value) ?? 'null';

/** What the first entry of a partnership follows. */
export const beginningOf = (partnershipId: string) => sha256(`lateral-audit-1 ${partnershipId}`);

/** The hash of what an entry says, hidden behind its salt so that nobody can guess it once it is erased. */
export const hashDetail = (salt: Uint8Array, detail: Record<string, unknown>) =>
  sha256(salt, canonical(detail));

type Chained = Pick<Entry, 'seq' | 'at' | 'personId' | 'onBehalfOf' | 'schoolId' | 'kind' | 'detailHash'>;

/** The hash of an entry in its place: of the one before it and of everything that it says. @param before its hash */
export const hashEntry = (before: string, entry: Chained) => {
  const { seq, at, personId, onBehalfOf, schoolId, kind, detailHash } = entry;
  return sha256(before, canonical({ seq, at, personId, onBehalfOf, schoolId, kind, detailHash }));
};
