import { plural } from '../ui/plural.ts';

export const groupWords = {
  recent: 'Recent',
  school: 'Schools',
  person: 'People',
  action: 'Do something',
  screen: 'Go to',
  view: 'Saved views',
  cluster: 'Clusters',
} as const;
export type Group = keyof typeof groupWords;

export const paletteWords = {
  title: 'Search or do anything',
  placeholder: 'A school, a person, a screen or something to do',
  nothing: 'Check the spelling, or try part of a name, a town or a postcode.',
  failed: 'Schools and people could not be searched just now. Screens and actions still can.',
};

/** What a screen reader hears as the list changes. */
export const sayMatches = (count: number) =>
  count === 0 ? 'Nothing matches' : plural(count, 'match', 'matches');
