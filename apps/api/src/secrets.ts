import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a link or a cookie. Only its hash is kept. */
export const makeSecret = () => randomBytes(32).toString('base64url');
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
/** A secret for one purpose that follows from the installation's, so that no table need hold it. */
export const deriveSecret = (secret: string, purpose: string) =>
  createHmac('sha256', secret).update(purpose).digest('base64url');
