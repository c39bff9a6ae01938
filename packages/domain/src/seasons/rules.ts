/** Whether something may happen at all. */
export const leaves = ['forbid', 'allow'] as const;
/** Whether a reviewer may come from another cluster: never, or where nobody else fits. */
export const crossings = ['forbid', 'penalise'] as const;
/** Who is kept from coming back: everybody of the school that came, or only the person. */
export const repeatLevels = ['school', 'person'] as const;
/** How much something counts when the planner chooses between plans that keep every rule. */
export const importances = ['little', 'usual', 'much'] as const;

export type Leave = (typeof leaves)[number];
export type Crossing = (typeof crossings)[number];
export type RepeatLevel = (typeof repeatLevels)[number];
export type Importance = (typeof importances)[number];

/** The rules of a season, as people set them. Flat, so that two people's changes come together rule by rule. */
export type SeasonRules = {
  /** Two schools that review each other in one season. */
  reciprocal: Leave;
  /** Reviewers of the host's own trust or federation. */
  sameGroup: Leave;
  /** Secondary schools nearer than this, in whole kilometres, do not review each other; 0 for no such rule. */
  competitorKm: number;
  /** For how many years nobody comes back; 0 for no such rule. */
  repeatYears: number;
  repeatLevel: RepeatLevel;
  /** Days of the week on which reviews may fall, in order: 1 is Monday, 5 is Friday. */
  weekdays: number[];
  crossPrimary: Crossing;
  crossSecondary: Crossing;
  crossSpecial: Crossing;
  /** Short journeys. */
  travel: Importance;
  /** Reviews spread evenly over the terms. */
  spread: Importance;
  /** Everybody giving the share that they owe. */
  load: Importance;
  /** Reviewers who know what the school asked about. */
  expertise: Importance;
};

/** A season's first and last day for reviews, `YYYY-MM-DD`. */
export type Window = { windowStart: string; windowEnd: string };
export type SeasonSettings = SeasonRules & Window;

/** The rules of a season in which nobody has set any. */
export const usualRules: SeasonRules = {
  reciprocal: 'forbid',
  sameGroup: 'forbid',
  competitorKm: 5,
  repeatYears: 2,
  repeatLevel: 'school',
  weekdays: [1, 2, 3, 4, 5],
  crossPrimary: 'penalise',
  crossSecondary: 'penalise',
  crossSpecial: 'forbid',
  travel: 'usual',
  spread: 'usual',
  load: 'usual',
  expertise: 'usual',
};

export const ruleFields = Object.keys(usualRules) as (keyof SeasonRules)[];
export const settingFields = [...ruleFields, 'windowStart', 'windowEnd'] as const;
export type SettingField = (typeof settingFields)[number];

export const mostCompetitorKm = 20;
export const mostRepeatYears = 5;

/** The rules of a season from what is kept of them: a rule that was not yet there when they were set is the usual one. */
export const takeRules = (kept: unknown): SeasonRules => ({
  ...usualRules,
  ...(kept as Partial<SeasonRules> | null),
});

export const ruleRefusals = [
  'distance-out-of-range',
  'years-out-of-range',
  'no-weekday',
  'not-a-weekday',
  'window-backwards',
  'outside-year',
] as const;
export type RuleRefusal = (typeof ruleRefusals)[number];
type Refused<F> = { field: F; refusal: RuleRefusal };

const isWholeUpTo = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;

/** Why these days cannot be the window of a school year (2026 is 2026/27, from 25 August to 31 August), or null. */
export function refuseWindow(year: number, { windowStart, windowEnd }: Window): Refused<keyof Window> | null {
  if (windowEnd < windowStart) return { field: 'windowEnd', refusal: 'window-backwards' };
  if (windowStart < `${year}-08-25` || windowEnd > `${year + 1}-08-31`)
    return { field: 'windowStart', refusal: 'outside-year' };
  return null;
}

/** Why these cannot be the settings of a year's season, with the first field at fault; or null. */
export function refuseSettings(year: number, settings: SeasonSettings): Refused<SettingField> | null {
  const { competitorKm, repeatYears, weekdays } = settings;
  if (!isWholeUpTo(competitorKm, mostCompetitorKm))
    return { field: 'competitorKm', refusal: 'distance-out-of-range' };
  if (!isWholeUpTo(repeatYears, mostRepeatYears))
    return { field: 'repeatYears', refusal: 'years-out-of-range' };
  if (weekdays.length === 0) return { field: 'weekdays', refusal: 'no-weekday' };
  if (!weekdays.every((day) => [1, 2, 3, 4, 5].includes(day)))
    return { field: 'weekdays', refusal: 'not-a-weekday' };
  return refuseWindow(year, settings);
}

/** Which settings are not the same in the two, in the order in which they are asked. */
export const differences = (a: SeasonSettings, b: SeasonSettings): SettingField[] =>
  settingFields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
