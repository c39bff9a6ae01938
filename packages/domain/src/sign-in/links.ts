/** A sign-in link lives fifteen minutes; the first link of a new broker, which a command prints, a day. */
export const linkMinutes = 15;
export const firstLinkMinutes = 24 * 60;
/** A browser stays signed in for fourteen days without being used. */
export const sessionDays = 14;
/** The last token but one may come again this soon: an answer was lost on the way, or two tabs asked at once. */
export const graceSeconds = 10;

/** Why a link does not sign in. */
export const linkRefusals = [
  'link-unknown',
  'link-used',
  'link-expired',
  'other-browser',
  'no-role',
  'choose-partnership',
] as const;
export type LinkRefusal = (typeof linkRefusals)[number];

export type Link = { browserHash: string | null; expiresAt: Date; usedAt: Date | null };

/** One link, once, in time, in the browser that asked for it (security.md §5). A printed first link has no browser yet. */
export function refuseLink(link: Link | null, browserHash: string | null, now: Date): LinkRefusal | null {
  if (!link) return 'link-unknown';
  if (link.usedAt) return 'link-used';
  if (link.expiresAt <= now) return 'link-expired';
  if (link.browserHash !== null && link.browserHash !== browserHash) return 'other-browser';
  return null;
}

export type RefreshToken = { expiresAt: Date; usedAt: Date | null; endedAt: Date | null };

/**
 * What to do with a refresh token: `'rotate'` it; `'grant'` another beside the one that it brought, within the grace;
 * `'reuse'`, end the session, for somebody else may hold it; or `'refuse'`.
 */
export function judgeRefresh(token: RefreshToken | null, now: Date): 'rotate' | 'grant' | 'reuse' | 'refuse' {
  if (!token || token.endedAt || token.expiresAt <= now) return 'refuse';
  if (!token.usedAt) return 'rotate';
  return now.getTime() - token.usedAt.getTime() <= graceSeconds * 1000 ? 'grant' : 'reuse';
}
