import { linkMinutes } from '@lateral/domain/sign-in/links';
import { keep, readKept } from './kept.ts';

const key = 'lateral.destination';

/** Where somebody is on their way to: a path of ours, never another site. */
export const pathOrHome = (to: unknown) => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');

/**
 * Keeps where somebody is on their way to while they fetch a link from their mail or visit the provider: both bring them
 * back in this browser, but on a page of their own. As long as a link works, and no longer.
 */
export const keepDestination = (to: string) => keep(key, to === '/' ? null : { to, at: Date.now() });

/** Where somebody was on their way to who has come back: `/` where nothing is kept. */
export function readDestination(): string {
  const kept = readKept(key) as { to?: unknown; at?: unknown } | null;
  const isFresh = typeof kept?.at === 'number' && Date.now() - kept.at < linkMinutes * 60_000;
  return isFresh ? pathOrHome(kept.to) : '/';
}

/** So that the next who signs in here begins at the beginning. */
export const forgetDestination = () => keep(key, null);
