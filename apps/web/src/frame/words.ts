export const frameWords = {
  demonstration: 'Demonstration',
  demonstrationHint: 'An invented county: nothing here is about real people',
  account: 'Your account',
  search: 'Search or do anything',
  calendar: 'Terms and closed days',
  signOut: 'Sign out',
  stripHint: 'One stroke is one review',
  seeAsTable: 'See as table',
};

/** The keys, for the list that ? opens. */
export const keyWords = [
  {
    title: 'Anywhere',
    needsLetters: false,
    keys: [{ press: ['Ctrl', 'K'], does: 'Search or do anything (Cmd K on a Mac)' }],
  },
  {
    title: 'On any screen',
    needsLetters: true,
    keys: [
      { press: ['/'], does: 'Go to the search box of the list' },
      { press: ['?'], does: 'Show this list of keys' },
    ],
  },
  {
    title: 'In a list, once a row is in focus',
    needsLetters: true,
    keys: [
      { press: ['J', '↓'], does: 'Next row' },
      { press: ['K', '↑'], does: 'Row before' },
      { press: ['Home', 'End'], does: 'First or last row' },
      { press: ['Enter'], does: 'Open the row, or do what it asks' },
      { press: ['X'], does: 'Choose the row; with Shift, all rows between' },
    ],
  },
  {
    title: 'On the timeline of reviews, once a school is in focus',
    needsLetters: true,
    keys: [
      { press: ['M'], does: 'Move its review, or find a day for it' },
      { press: ['←', '→'], does: 'Go among the weeks that fit' },
    ],
  },
] as const;

export const appearanceWords = {
  system: { label: 'As this device', command: 'Follow light or dark of this device' },
  light: { label: 'Light', command: 'Switch to light mode' },
  dark: { label: 'Dark', command: 'Switch to dark mode' },
} as const;

export const yearName = (year: number) => `${year}–${String(year + 1).slice(2)}`;
