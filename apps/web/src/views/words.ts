export const viewWords = {
  title: 'Your saved views',
  none: 'No views of this list yet.',
  noFilters: 'Filter or sort the list first. Then you can save what you see as a view.',
  sharedHint:
    'Everybody who works for the whole partnership sees it. It shows each of them what they may see.',
};

/** Words for what the API may refuse here. */
export const viewErrorWords: Record<string, string> = {
  'name-taken': 'You already have a view with this name. Choose another.',
  'too-many-views': 'You have 50 views, and that is the most. Delete one that you no longer use.',
  'not-found': 'This view is not there any more.',
};
