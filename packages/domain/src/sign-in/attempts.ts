/**
 * How often something may be attempted: at most ten guesses in five minutes (Cyber Essentials). Many schools share one
 * address on the internet, so the limits by address are wide; the narrow ones are by person and by session.
 */
export const attemptLimits = {
  'link-by-address': { most: 5, minutes: 15 },
  'link-by-place': { most: 100, minutes: 5 },
  'redeem-by-place': { most: 60, minutes: 5 },
  'passkey-by-place': { most: 60, minutes: 5 },
  'oidc-by-place': { most: 60, minutes: 5 },
  'code-sent-to-person': { most: 5, minutes: 15 },
  'code-tried-by-person': { most: 10, minutes: 5 },
  'recovery-by-person': { most: 10, minutes: 60 },
} as const;
export type AttemptKind = keyof typeof attemptLimits;
