import { mostTokens, type TokenRefusal, type TokenScope } from '@lateral/domain/tokens/tokens';

/** What a token lets a program do. */
export const scopeWords: Record<TokenScope, string> = {
  'partnership.read': 'Read the partnership’s settings',
  'schools.read': 'Read schools',
  'schools.export': 'Save the list of schools as a file',
  'clusters.read': 'Read clusters',
  'people.read': 'Read people: names, addresses and roles',
  'calendar.read': 'Read the calendar',
  'seasons.read': 'Read review seasons',
  'imports.read': 'Read imports',
  'jobs.read': 'See how far long work is',
  'schools.update': 'Change schools’ details and clusters',
  'schools.mark-members': 'Say which schools are members',
  'clusters.update': 'Add and rename clusters',
  'people.train': 'Record training',
  'calendar.update': 'Change the calendar',
  'imports.bring': 'Bring files to import',
  'imports.apply': 'Apply an import',
};

const tokenErrorWords: Record<TokenRefusal, string> = {
  'name-taken':
    'There is a token with this name already. Give another name. If you have just made it and did not see it, take that one back first.',
  'too-many-tokens': `There may be ${mostTokens} tokens at once. Take back one that is not used any more.`,
};

export const tokenFieldWords = {
  ...tokenErrorWords,
  name: 'Enter a name of at most 80 characters',
  scopes: 'Choose at least one thing that it may do',
};
