import { linkMinutes } from '@lateral/domain/sign-in/links';

const key = 'lateral.heading';

/** Where somebody was heading: a path of ours, never another site. */
export const pathOrHome = (to: string | null) => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/');

/**
 * Keeps where somebody was heading while they fetch a link from their mail or visit the provider: both bring them back in
 * this browser, but on a page of their own. As long as a link works, and no longer.
 */
export function keepHeading(to: string) {
  try {
    if (to === '/') localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ to, at: Date.now() }));
  } catch {
    // A browser that keeps nothing opens the first screen.
  }
}

/** Where somebody was heading who has come back: `/` where nothing is kept. */
export function readHeading(): string {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { to?: unknown; at?: unknown } | null;
    const isFresh = typeof kept?.at === 'number' && Date.now() - kept.at < linkMinutes * 60_000;
    return isFresh && typeof kept.to === 'string' ? pathOrHome(kept.to) : '/';
  } catch {
    return '/';
  }
}

/** The same, once: it is forgotten, so that the next who signs in here begins at the beginning. */
export function takeHeading(): string {
  const to = readHeading();
  keepHeading('/');
  return to;
}
