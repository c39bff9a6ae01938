/** What a passkey is asked for. */
export const ceremonies = ['sign-in', 'add', 'confirm'] as const;
export type Ceremony = (typeof ceremonies)[number];

export const challengeMinutes = 5;
/** More than a person has devices; an account that collects keys without end is not a person's. */
export const mostPasskeys = 20;

/** Why a passkey is turned away. */
export const passkeyRefusals = [
  'challenge-unknown',
  'challenge-expired',
  'passkey-unknown',
  'passkey-refused',
  'passkey-known',
  'too-many-passkeys',
] as const;
export type PasskeyRefusal = (typeof passkeyRefusals)[number];

type Challenge = {
  ceremony: Ceremony;
  browserHash: string;
  personId: string | null;
  expiresAt: Date;
  usedAt: Date | null;
};

/** One answer to one question, in time, from the browser that was asked, about the person it was about. */
export function refuseChallenge(
  challenge: Challenge | null,
  answer: { ceremony: Ceremony; browserHash: string | null; personId: string | null },
  now: Date,
): PasskeyRefusal | null {
  if (!challenge || challenge.usedAt || challenge.ceremony !== answer.ceremony) return 'challenge-unknown';
  if (challenge.browserHash !== answer.browserHash || challenge.personId !== answer.personId)
    return 'challenge-unknown';
  return challenge.expiresAt <= now ? 'challenge-expired' : null;
}
