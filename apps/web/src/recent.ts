import type { Place } from './command.ts';
import { forgetKept, keep, readKept } from './kept.ts';

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
  const kept = readKept(prefix + personId);
  return Array.isArray(kept) ? (kept as Recent[]) : [];
}

export function keepRecent(personId: string, opened: Recent) {
  const others = listRecent(personId).filter(({ id }) => id !== opened.id);
  keep(prefix + personId, [opened, ...others].slice(0, most));
}

/** On sign-out nothing of what somebody looked at stays behind. */
export const forgetRecent = () => forgetKept(prefix);
