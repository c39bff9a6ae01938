import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { publicKeyOf, readPublicKey, signingKeyOf } from '@lateral/audit/keys';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Certificate } from './certificate.ts';
import { seal, verifySealed } from './seal.ts';

const key = signingKeyOf('the secret of an installation, long enough');
const other = signingKeyOf('a secret of somebody else, long enough too');
const text = 'Membership agreement\n\nVale\nVersion 1\n\n1. A vote (Right)\n\n  Your school can vote.\n';
const certificate: Certificate = {
  format: 'lateral-agreement-1',
  reference: 'A1-7K3F-Q2XM',
  partnership: 'Vale',
  school: { name: 'Ysgol Ŵyn', urn: 115700 },
  version: 1,
  sha256: createHash('sha256').update(text).digest('hex'),
  governingBody: { metOn: '2026-11-23', minute: 'M4', putDownBy: 'Ada Fern', at: '2026-11-23T09:00:00.000Z' },
  signed: { name: 'Ada Fern', capacity: 'headteacher', at: '2026-11-23T09:01:00.000Z', means: 'passkey' },
  coSigned: {
    name: 'Bo Rook',
    capacity: 'chair-of-governors',
    at: '2026-11-24T19:31:12.000Z',
    means: 'code',
  },
  pledgedPence: null,
};

/** A small PDF with files attached, written as our maker writes them. */
function pdfWith(...files: (string | object)[]): Buffer {
  const parts = files.flatMap((file, i) => {
    const packed = deflateSync(typeof file === 'string' ? file : JSON.stringify(file));
    const head = `${i + 1} 0 obj\n<<\n/Type /EmbeddedFile\n/Params <<\n/Size 9\n>>\n/Length ${packed.length}\n/Filter /FlateDecode\n>>\nstream\n`;
    return [Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n')];
  });
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('startxref\n0\n%%EOF\n')]);
}
const pdf = pdfWith(text, certificate);
const whole = seal(pdf, key);
const faultOf = (file: Uint8Array, expected = readPublicKey(publicKeyOf(key)) ?? undefined) => {
  const verdict = verifySealed(file, expected);
  return verdict.isWhole ? null : verdict.fault;
};
/** Where the seal begins: everything from there on is its line. */
const sealAt = whole.lastIndexOf('\n%LATERAL');

test('a sealed copy is whole, with its certificate and the words that were signed', () => {
  const publicKey = publicKeyOf(key);
  expect(verifySealed(whole)).toEqual({ isWhole: true, publicKey, certificate, text });
  expect(faultOf(whole)).toBeNull();
  expect(whole.subarray(0, pdf.length)).toEqual(pdf);
});

test('anybody can check the signature without our program', () => {
  const spki = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(publicKeyOf(key), 'base64url'),
  ]);
  const signature = Buffer.from(whole.subarray(-87, -1).toString(), 'base64url');
  const theirs = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  expect(verify(null, whole.subarray(0, -87), theirs, signature)).toBe(true);
});

test('whichever byte is changed to whatever, it shows', () => {
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    expect(verifySealed(changed).isWhole, `byte ${at}`).toBe(false);
  }
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ by;
      expect(verifySealed(changed).isWhole).toBe(false);
    }),
    { numRuns: 1000 },
  );
  // The whole of the seal's line, every value of every byte.
  for (let at = sealAt; at < whole.length; at++)
    for (let value = 0; value < 256; value++) {
      if (whole[at] === value) continue;
      const changed = Buffer.from(whole);
      changed[at] = value;
      expect(verifySealed(changed).isWhole, `byte ${at} as ${value}`).toBe(false);
    }
});

test('wherever it is cut off, and whatever is put in, it shows', () => {
  for (let length = 0; length < whole.length; length++)
    expect(verifySealed(whole.subarray(0, length)).isWhole, `${length} bytes`).toBe(false);
  const anywhere = fc.nat(whole.length);
  const some = fc.uint8Array({ minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(anywhere, some, (at, bytes) => {
      const longer = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)]);
      expect(verifySealed(longer).isWhole).toBe(false);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(anywhere, anywhere, (a, b) => {
      fc.pre(a !== b);
      const shorter = Buffer.concat([whole.subarray(0, Math.min(a, b)), whole.subarray(Math.max(a, b))]);
      expect(verifySealed(shorter).isWhole).toBe(false);
    }),
    { numRuns: 500 },
  );
});

const line = whole.subarray(sealAt);
test.each([
  ['no seal', pdf, 'no-seal'],
  ['its seal twice', Buffer.concat([whole, line]), 'two-seals'],
  ['a blank line after it', Buffer.concat([whole, Buffer.from('\n')]), 'added-after'],
  ['a second version of the PDF after it', Buffer.concat([whole, pdf]), 'added-after'],
  ['no end of its last line', whole.subarray(0, -1), 'seal-changed'],
  ['the seal of another file', Buffer.concat([pdfWith(text), line]), 'changed'],
  ['the seal of somebody else', seal(pdf, other), 'other-key'],
  ['no certificate', seal(pdfWith(text), key), 'not-ours'],
  ['another text than its certificate says', seal(pdfWith(`${text} `, certificate), key), 'other-text'],
] as const)('a file with %s is not whole', (_, file, fault) => {
  expect(faultOf(file)).toBe(fault);
});

test('a sealed file is not sealed again, nor anything that is no PDF', () => {
  expect(() => seal(whole, other)).toThrow('sealed already');
  expect(() => seal(Buffer.from('lateral-audit-1\n'), key)).toThrow('only a PDF');
});

describe('the command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lateral-seal-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const keep = (name: string, bytes: string | Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const file = keep('copy.pdf', whole);

  test('ends with 0 and says what it is, and by which key', () => {
    const { status, said } = run(file);
    expect(status).toBe(0);
    for (const words of ['Whole', 'A1-7K3F-Q2XM', 'Ysgol Ŵyn, URN 115700', 'Bo Rook', publicKeyOf(key)])
      expect(said).toContain(words);
    expect(said).toContain('24 November 2026 at 19:31');
    expect(said).toContain('Compare this key with the one of the partnership');
  });

  test('takes a key that somebody kept, or a file that holds it', () => {
    expect(run(file, '--key', publicKeyOf(key))).toMatchObject({ status: 0 });
    expect(run(file, '--key', keep('key', `${publicKeyOf(key)}\n`)).said).toContain('the key that you gave');
  });

  test('takes a key that begins with a dash for a key', () => {
    expect(run(file, '--key', `-${publicKeyOf(key).slice(1)}`).said).toContain('with another key');
  });

  test.each([
    [
      'a changed byte',
      Buffer.concat([pdf.subarray(0, 30), Buffer.from('x'), whole.subarray(31)]),
      'been changed',
    ],
    ['a changed first byte', Buffer.concat([Buffer.from('x'), whole.subarray(1)]), 'been changed'],
    ['no seal', pdf, 'no seal'],
    ['half of it', whole.subarray(0, 200), 'no seal'],
    ['another key', seal(pdf, other), 'another key'],
  ])('ends with 1 for %s', (_, bytes, said) => {
    const answer = run(keep('other.pdf', bytes), '--key', publicKeyOf(key));
    expect(answer).toEqual({ status: 1, said: expect.stringContaining(said) });
  });

  test.each([
    ['no file', [], 'Name one file'],
    ['two files', [file, file], 'Name one file'],
    ['a file that is not there', [path.join(folder, 'none.pdf')], 'is not there'],
    ['a folder', [folder], 'cannot be read'],
    ['no PDF', [keep('text.txt', 'Dear Ada')], 'is not a PDF'],
    ['nothing', [keep('empty.pdf', '')], 'is not a PDF'],
    ['a huge file', [keep('huge.pdf', Buffer.alloc(50_000_001, '%PDF-'))], 'too large'],
    ['no key', [file, '--key', 'abc'], '--key is not a public key'],
    ['an unknown option', [file, '--what'], 'Usage:'],
  ])('ends with 2 when it is given %s', (_, args, said) => {
    expect(run(...args)).toEqual({ status: 2, said: expect.stringContaining(said) });
  });
});
