import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { beginningOf, hashDetail, hashEntry } from './chain.ts';
import type { AuditExport, Entry } from './entry.ts';
import { publicKeyOf, readPublicKey, signCheckpoint, signingKeyOf } from './keys.ts';
import { verifyExport } from './verify.ts';

const key = signingKeyOf('the secret of an installation, long enough');
const id = '7d6c4a6e-9f2b-4a51-8d1e-2f3b4c5d6e7f';
const publicKey = readPublicKey(publicKeyOf(key));
if (!publicKey) throw new Error('no key');
const at = (i: number) => `2026-11-24T09:00:${String(i).padStart(2, '0')}.000000Z`;

/** Chains entries that say these numbers, as the worker does. */
function chain(details: readonly number[], from: string = beginningOf(id)): Entry[] {
  const entries: Entry[] = [];
  let before = from;
  for (const [i, n] of details.entries()) {
    const salt = Buffer.from(`salt ${n}`);
    const detail = { n, name: `School ${n}` };
    const core = {
      seq: i + 1,
      at: at(i),
      personId: 'ada',
      onBehalfOf: null,
      schoolId: i % 2 ? 'oak' : null,
      kind: 'told',
      detailHash: hashDetail(salt, detail),
    };
    const hash = hashEntry(before, core);
    entries.push({ ...core, detail, salt: salt.toString('base64url'), hash });
    before = hash;
  }
  return entries;
}
const headOf = (entries: readonly Entry[], when = at(59)) => {
  const last = entries.at(-1);
  return signCheckpoint(key, id, { seq: last?.seq ?? 0, hash: last?.hash ?? beginningOf(id), at: when });
};
function exportOf(details: readonly number[]): AuditExport {
  const entries = chain(details);
  return {
    format: 'lateral-audit-1',
    partnership: { id, name: 'Vale' },
    entries,
    checkpoints: entries.length > 3 ? [headOf(entries.slice(0, 3))] : [],
    seal: headOf(entries),
  };
}
const verify = (audit: AuditExport, kept = [] as AuditExport['checkpoints']) =>
  verifyExport(audit, publicKey, kept);
const faultsOf = (audit: AuditExport) => verify(audit).faults.map(({ fault, seq }) => `${fault} ${seq}`);
const six = () => exportOf([1, 2, 3, 4, 5, 6]);
const edit = (audit: AuditExport, i: number, change: Partial<Entry>): AuditExport => ({
  ...audit,
  entries: audit.entries.map((entry, at) => (at === i ? { ...entry, ...change } : entry)),
});

test('a whole chain is whole, and says how far it is signed', () => {
  expect(verify(six())).toEqual({ faults: [], entries: 6, erased: 0, signedTo: 6 });
  expect(verify(exportOf([]))).toEqual({ faults: [], entries: 0, erased: 0, signedTo: 0 });
});

describe('notices', () => {
  test.each([
    ['what an entry says', edit(six(), 2, { detail: { n: 3, name: 'Another' } }), ['detail-changed 3']],
    ['when it happened', edit(six(), 2, { at: at(40) }), ['entry-changed 3']],
    ['who did it', edit(six(), 4, { personId: 'ben' }), ['entry-changed 5']],
    ['in whose name', edit(six(), 4, { onBehalfOf: 'ben' }), ['entry-changed 5']],
    ['which school', edit(six(), 4, { schoolId: 'elm' }), ['entry-changed 5']],
    ['what kind it was', edit(six(), 5, { kind: 'other' }), ['entry-changed 6']],
    ['its salt', edit(six(), 5, { salt: 'AAAA' }), ['detail-changed 6']],
  ])('a change of %s', (_, audit, faults) => {
    expect(faultsOf(audit).filter((fault) => faults.includes(fault))).toEqual(faults);
    expect(faultsOf(audit)).not.toEqual([]);
  });

  test('an entry that is gone', () => {
    const audit = six();
    expect(faultsOf({ ...audit, entries: audit.entries.toSpliced(3, 1) })).toContain('entry-missing 4');
  });

  test('an entry that is gone, though the others were numbered anew', () => {
    const audit = six();
    const entries = audit.entries.toSpliced(3, 1).map((entry, i) => ({ ...entry, seq: i + 1 }));
    expect(faultsOf({ ...audit, entries })).toEqual(
      expect.arrayContaining(['entry-changed 4', 'tail-missing 6']),
    );
  });

  test('two entries in another order', () => {
    const { entries, ...audit } = six();
    const [a, b, ...rest] = entries;
    if (!a || !b) throw new Error('too few');
    expect(faultsOf({ ...audit, entries: [b, a, ...rest] })).toContain('entry-out-of-order 1');
    const renumbered = [{ ...b, seq: 1 }, { ...a, seq: 2 }, ...rest];
    expect(faultsOf({ ...audit, entries: renumbered })).toContain('entry-changed 1');
  });

  test('an end that was cut off', () => {
    const audit = six();
    expect(faultsOf({ ...audit, entries: audit.entries.slice(0, 4) })).toContain('tail-missing 5');
  });

  test('an end that was cut off with a seal from before, when somebody kept a later checkpoint', () => {
    const older = { ...six(), entries: six().entries.slice(0, 4), seal: headOf(six().entries.slice(0, 4)) };
    expect(verify(older).faults).toEqual([]);
    expect(verify(older, [six().seal]).faults).toEqual([{ fault: 'tail-missing', seq: 5 }]);
  });

  test('a chain written anew with hashes that fit', () => {
    const forged = { ...six(), entries: chain([1, 2, 3, 4, 99, 6]) };
    expect(faultsOf(forged)).toEqual(['chain-rewritten 6']);
    const early = { ...six(), entries: chain([1, 99, 3, 4, 5, 6]) };
    expect(faultsOf(early)).toEqual(['chain-rewritten 3', 'chain-rewritten 6']);
  });

  test('a chain written anew and signed by somebody else', () => {
    const entries = chain([1, 2, 99]);
    const other = signingKeyOf('a secret of somebody else, long enough too');
    const head = { seq: 3, hash: entries[2]?.hash ?? '', at: at(59) };
    const audit = { ...six(), entries, checkpoints: [], seal: signCheckpoint(other, id, head) };
    expect(faultsOf(audit)).toContain('signature-wrong 3');
  });

  test('a seal of another partnership', () => {
    const seal = signCheckpoint(key, 'another', { seq: 6, hash: six().seal.hash, at: at(59) });
    expect(faultsOf({ ...six(), seal })).toContain('signature-wrong 6');
  });

  test('entries after the last signature', () => {
    const audit = exportOf([1, 2, 3]);
    expect(faultsOf({ ...audit, entries: chain([1, 2, 3, 4]) })).toEqual(['signature-wrong 4']);
  });
});

test('an erased detail leaves the chain whole, and is counted', () => {
  expect(verify(edit(six(), 2, { detail: null, salt: null }))).toMatchObject({ faults: [], erased: 1 });
});

test('no single change of any part of any entry goes unnoticed', () => {
  const keys = [
    'seq',
    'at',
    'personId',
    'onBehalfOf',
    'schoolId',
    'kind',
    'detailHash',
    'hash',
    'salt',
  ] as const;
  fc.assert(
    fc.property(fc.nat(5), fc.constantFrom(...keys), fc.string({ minLength: 1 }), (i, part, junk) => {
      const audit = six();
      const before = audit.entries[i]?.[part];
      const after = part === 'seq' ? Number(before) + 1 + junk.length : `${before}${junk}`;
      expect(faultsOf(edit(audit, i, { [part]: after }))).not.toEqual([]);
    }),
  );
});

describe('the command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lateral-audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const run = (value: unknown, ...more: string[]) => {
    const file = path.join(folder, 'export.json');
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
    const args = more.length > 0 ? more : ['--key', publicKeyOf(key)];
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, file, ...args], {
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };

  test('ends with 0 and says that all is well', () => {
    expect(run(six())).toEqual({ status: 0, said: expect.stringContaining('Whole: 6 entries of Vale') });
  });

  test('takes a key that begins with a dash, as one in 64 does', () => {
    const secrets = Array.from({ length: 2000 }, (_, i) => `the secret of installation ${i}, long enough`);
    const dashed = secrets.map(signingKeyOf).find((one) => publicKeyOf(one).startsWith('-'));
    if (!dashed) throw new Error('no key begins with a dash');
    const audit = six();
    const { seq, hash, at: when } = audit.seal;
    const seal = signCheckpoint(dashed, id, { seq, hash, at: when });
    const whole = { ...audit, checkpoints: [], seal };
    const said = expect.stringContaining('Whole: 6 entries');
    expect(run(whole, '--key', publicKeyOf(dashed))).toEqual({ status: 0, said });
    expect(run(whole, `--key=${publicKeyOf(dashed)}`)).toEqual({ status: 0, said });
  });

  test('ends with 1 and says what is wrong', () => {
    const { status, said } = run(edit(six(), 2, { kind: 'x' }));
    expect(status).toBe(1);
    expect(said).toContain('Entry 3 has been changed');
  });

  test.each([
    ['no JSON', '{', undefined, 'is not JSON'],
    ['another file', { format: 'x' }, undefined, '/format should be'],
    ['a half entry', { ...six(), entries: [{}] }, undefined, '/entries/0 is not an entry'],
    ['no seal', { ...six(), seal: undefined }, undefined, '/seal is missing'],
    ['no key', six(), ['--kept', 'x'], 'Give the public key'],
    ['a wrong key', six(), ['--key', 'abc'], '--key is not a public key'],
    ['an unknown option', six(), ['--what'], 'Usage:'],
  ])('ends with 2 when it is given %s', (_, value, args, said) => {
    const answer = run(value, ...(args ?? []));
    expect(answer).toEqual({ status: 2, said: expect.stringContaining(said) });
  });
});
