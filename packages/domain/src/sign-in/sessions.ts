/** How somebody signed in. */
export const signInMeans = ['link', 'first-link', 'passkey', 'oidc', 'demonstration'] as const;
export type SignInMeans = (typeof signInMeans)[number];

/** What proves who somebody is, beyond a mailed link: the evidence of a signature records which (security.md). */
export const confirmMeans = ['passkey', 'oidc', 'code'] as const;
export type ConfirmMeans = (typeof confirmMeans)[number];

/** Why a session ended. */
export const sessionEnds = [
  'signed-out',
  'signed-out-everywhere',
  'token-reused',
  'recovered',
  'erased',
  'restored',
] as const;
export type SessionEnd = (typeof sessionEnds)[number];

/** A proof of who somebody is counts for five minutes (security.md §5). */
export const confirmMinutes = 5;

/** Until when a proof given at `confirmedAt` counts. */
export const confirmedUntil = (confirmedAt: Date) =>
  new Date(confirmedAt.getTime() + confirmMinutes * 60_000);

/** Whether a proof given at `confirmedAt` (null: never) still counts. */
export const isConfirmed = (confirmedAt: Date | null, now: Date) =>
  confirmedAt !== null && now < confirmedUntil(confirmedAt);
