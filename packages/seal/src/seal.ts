import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { publicKeyOf, readPublicKey } from '@lateral/audit/keys';
import { listAttachments } from './attachments.ts';
import { type Certificate, isCertificate } from './certificate.ts';

/** A seal is the last line of the file. To a PDF reader it is a comment. */
const mark = '\n%LATERAL-SEAL-';
const line = /^\n%LATERAL-SEAL-1 ([\w-]{43}) ([\w-]{86})\n/;

const isPdf = (bytes: Buffer) => bytes.subarray(0, 5).toString('latin1') === '%PDF-';

/**
 * Seals a PDF: adds the public key and an Ed25519 signature over every byte before the signature. What is signed begins
 * with `%PDF-`, so no seal stands for a checkpoint of the history, which the same key signs.
 */
export function seal(pdf: Uint8Array, key: KeyObject): Buffer {
  const bytes = Buffer.from(pdf);
  if (!isPdf(bytes)) throw new Error('only a PDF is sealed');
  if (bytes.includes(mark)) throw new Error('it is sealed already');
  const signed = Buffer.concat([bytes, Buffer.from(`${mark}1 ${publicKeyOf(key)} `)]);
  const signature = sign(null, signed, key).toString('base64url');
  return Buffer.concat([signed, Buffer.from(`${signature}\n`)]);
}

/** What can be wrong with a sealed copy. */
export const sealFaults = [
  'no-seal',
  'two-seals',
  'seal-changed',
  'added-after',
  'changed',
  'other-key',
  'not-ours',
  'other-text',
] as const;
export type SealFault = (typeof sealFaults)[number];

export type SealVerdict =
  | { isWhole: true; publicKey: string; certificate: Certificate; text: string }
  | { isWhole: false; fault: SealFault };

const faulty = (fault: SealFault) => ({ isWhole: false, fault }) as const;

/** Whether somebody who says that this is a sealed copy could mean it: it is a PDF, or it has a seal. */
export function isSealable(file: Uint8Array): boolean {
  const bytes = Buffer.from(file);
  return isPdf(bytes) || bytes.includes(mark);
}

/**
 * Checks a sealed copy, by itself alone: not one byte is another, the seal is the only one and the end of the file, and
 * the text that is attached is the one that the certificate says was signed.
 * @param expected the public key that somebody has kept: any other is a fault
 */
export function verifySealed(file: Uint8Array, expected?: KeyObject): SealVerdict {
  const bytes = Buffer.from(file);
  const at = bytes.lastIndexOf(mark);
  if (at < 0) return faulty('no-seal');
  if (bytes.indexOf(mark) !== at) return faulty('two-seals');
  const end = bytes.subarray(at).toString('latin1');
  const [found, publicKey = '', signature = ''] = line.exec(end) ?? [];
  if (!found) return faulty('seal-changed');
  if (found.length < end.length) return faulty('added-after');
  const key = readPublicKey(publicKey);
  const raw = Buffer.from(signature, 'base64url');
  // Written in the one way: base64 has others that read alike.
  if (!key || raw.toString('base64url') !== signature) return faulty('seal-changed');
  const signed = bytes.subarray(0, bytes.length - signature.length - 1);
  if (!isPdf(bytes) || !verify(null, signed, key, raw)) return faulty('changed');
  if (expected && !expected.equals(key)) return faulty('other-key');
  return readContent(bytes, publicKey);
}

/** What a file that is whole says; a key of anybody's seals anything, so it is looked at too. */
function readContent(bytes: Buffer, publicKey: string): SealVerdict {
  const files = listAttachments(bytes);
  const certificate = files.map(parse).find(isCertificate);
  if (!certificate) return faulty('not-ours');
  const text = files.find((one) => createHash('sha256').update(one).digest('hex') === certificate.sha256);
  if (!text) return faulty('other-text');
  return { isWhole: true, publicKey, certificate, text: text.toString() };
}

function parse(file: Buffer): unknown {
  try {
    return JSON.parse(file.toString());
  } catch {
    return null;
  }
}
