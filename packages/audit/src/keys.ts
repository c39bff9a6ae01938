import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { Checkpoint } from './entry.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');

/** The signing key that follows from an installation's secret: every process has it, and no file holds it. */
export function signingKeyOf(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'lateral audit checkpoints', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

/** The public half as people keep it: 43 letters, digits and marks. */
export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key)
    .export({ format: 'der', type: 'spki' })
    .subarray(spki.length)
    .toString('base64url');
}

/** Reads a public key: its 43 letters, or a PEM. Null when it is none. */
export function readPublicKey(text: string): KeyObject | null {
  try {
    const trimmed = text.trim();
    if (trimmed.startsWith('-----BEGIN')) return createPublicKey(trimmed);
    if (!/^[\w-]{43}$/.test(trimmed)) return null;
    const raw = Buffer.from(trimmed, 'base64url');
    return createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/**
 * A command's arguments with `--key` joined to its value: a public key may begin with a dash, as one in 64 does, and is
 * then not taken for another option.
 */
export function bindKey(args: readonly string[]): string[] {
  const at = args.indexOf('--key');
  const value = args[at + 1];
  return at < 0 || value === undefined ? [...args] : args.toSpliced(at, 2, `--key=${value}`);
}

/** A short name for a key: the first 16 characters of the hash of its public half. */
export const keyIdOf = (publicKey: string) =>
  createHash('sha256').update(publicKey).digest('base64url').slice(0, 16);

const signedText = (partnershipId: string, { seq, hash, at }: Pick<Checkpoint, 'seq' | 'hash' | 'at'>) =>
  Buffer.from(`lateral-audit-1\n${partnershipId}\n${seq}\n${hash}\n${at}`);

/** Signs the head of a partnership's chain. */
export function signCheckpoint(
  key: KeyObject,
  partnershipId: string,
  head: { seq: number; hash: string; at: string },
): Checkpoint {
  const signature = sign(null, signedText(partnershipId, head), key).toString('base64url');
  return { ...head, keyId: keyIdOf(publicKeyOf(key)), signature };
}

export const isSigned = (key: KeyObject, partnershipId: string, checkpoint: Checkpoint) =>
  verify(null, signedText(partnershipId, checkpoint), key, Buffer.from(checkpoint.signature, 'base64url'));
