import { diffWordsWithSpace } from 'diff';

export type Piece = { text: string; change: 'same' | 'added' | 'removed'; place: number };

/** What was put in and taken out between two texts, word by word, in the order of reading. */
export const listWordChanges = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }, place) => ({
    place,
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
