import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a link or a cookie. Only its hash is kept. */
export const makeSecret = () => randomBytes(32).toString('base64url');
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
