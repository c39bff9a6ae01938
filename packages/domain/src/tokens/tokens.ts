import type { Permission } from '../policy.ts';

/**
 * What a token may be let do, in the order in which it is offered. Never what asks for fresh proof of a person, what
 * sends mail in their name, or what is about sign-in: a program cannot prove that somebody is there.
 */
export const tokenScopes = [
  'partnership.read',
  'schools.read',
  'schools.export',
  'clusters.read',
  'people.read',
  'calendar.read',
  'seasons.read',
  'imports.read',
  'jobs.read',
  'schools.update',
  'schools.mark-members',
  'clusters.update',
  'people.train',
  'calendar.update',
  'imports.bring',
  'imports.apply',
] as const satisfies readonly Permission[];
export type TokenScope = (typeof tokenScopes)[number];

/** The longest that a token lives: a year, and then somebody decides again. */
export const longestTokenDays = 366;
/** How many a partnership has at once: more than that, and nobody knows any more what they are for. */
export const mostTokens = 50;
/** How often a token may call: enough to read a county in a few minutes, and never so much that people wait. */
export const tokenRate = { calls: 300, seconds: 60 } as const;

export const tokenRefusals = ['name-taken', 'too-many-tokens'] as const;
export type TokenRefusal = (typeof tokenRefusals)[number];

/** A token has a name that no other living one of its partnership has, whatever the capitals. */
export function refuseToken(name: string, living: readonly { name: string }[]): TokenRefusal | null {
  const same = (one: string) => one.trim().toLocaleLowerCase('en-GB');
  if (living.some((other) => same(other.name) === same(name))) return 'name-taken';
  return living.length >= mostTokens ? 'too-many-tokens' : null;
}

const day = 86_400_000;

/** When a token that is made now ends, so many whole days later. */
export const tokenEnds = (now: Date, days: number) => new Date(now.getTime() + days * day);

/** Whether a token still works. */
export const tokenWorks = (token: { expiresAt: Date; endedAt: Date | null }, now: Date) =>
  token.endedAt === null && token.expiresAt > now;

/** Whether a token may be used for this at all; what its owner may do themselves is asked besides. */
export const tokenAllows = (scopes: readonly string[], permission: string) => scopes.includes(permission);
