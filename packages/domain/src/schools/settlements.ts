/** How it was settled whether a school counts as a state school here. Source: domain.md §2; never guessed. */
export const settlements = [
  'by-type',
  'by-group',
  'by-broker',
  'not-counted',
  'not-counted-by-broker',
  'unsettled',
] as const;
export type Settlement = (typeof settlements)[number];

/** A school counts when its type, its type's group or the broker says so. */
export const countsAsStateSchool = (settlement: Settlement) =>
  settlement === 'by-type' || settlement === 'by-group' || settlement === 'by-broker';
