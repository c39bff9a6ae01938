import type { Place } from './command.ts';

/** Something that was opened from the palette; a command by its id alone, so that what is no longer allowed is not offered. */
export type Recent = {
  id: string;
  kind: 'school' | 'person' | 'cluster' | 'command';
  label: string;
  place?: Place;
};

const prefix = 'lateral.recent.';
const most = 5;

/** What this person opened last in this browser, newest first. */
export function listRecent(personId: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + personId) ?? '[]');
    return Array.isArray(kept) ? (kept as Recent[]) : [];
  } catch {
    return [];
  }
}

export function keepRecent(personId: string, opened: Recent) {
  const others = listRecent(personId).filter(({ id }) => id !== opened.id);
  try {
    localStorage.setItem(prefix + personId, JSON.stringify([opened, ...others].slice(0, most)));
  } catch {
    // Without storage there is nothing recent.
  }
}

/** On sign-out nothing of what somebody looked at stays behind. */
export function forgetRecent() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
