import type { SettingField } from './rules.ts';

/** What each setting of a season is called. */
export const settingNames: Record<SettingField, string> = {
  reciprocal: 'Schools that review each other',
  sameGroup: 'Trusts and federations',
  competitorKm: 'Secondary schools near each other',
  repeatYears: 'How soon reviewers come back',
  repeatLevel: 'Who may not come back',
  weekdays: 'Days of the week',
  crossPrimary: 'Clusters of primary schools',
  crossSecondary: 'Clusters of secondary schools',
  crossSpecial: 'Clusters of special schools',
  travel: 'Travel',
  spread: 'Spread over the terms',
  load: 'Fair shares',
  expertise: 'What the school asked about',
  windowStart: 'First day for reviews',
  windowEnd: 'Last day for reviews',
};

/** "travel, days of the week" */
export const namesOfSettings = (fields: readonly string[]) =>
  fields.map((field) => (settingNames[field as SettingField] ?? field).toLowerCase()).join(', ');
