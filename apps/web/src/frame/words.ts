export const frameWords = {
  demonstration: 'Demonstration',
  demonstrationHint: 'An invented county: nothing here is about real people',
  search: 'Search schools',
  searchHint: 'Search schools by name, town, postcode or URN',
  account: 'Your account',
  signOut: 'Sign out',
  stripHint: 'One stroke is one review',
  seeAsTable: 'See as table',
};

export const yearName = (year: number) => `${year}–${String(year + 1).slice(2)}`;
