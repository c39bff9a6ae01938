import { describe, expect, test } from 'vitest';
import {
  differences,
  refuseSettings,
  ruleFields,
  type SeasonSettings,
  settingFields,
  takeRules,
  usualRules,
} from './rules.ts';

const settings: SeasonSettings = { ...usualRules, windowStart: '2026-09-21', windowEnd: '2027-07-09' };

/** Another value for each, all allowed. */
const others: SeasonSettings = {
  reciprocal: 'allow',
  sameGroup: 'allow',
  competitorKm: 20,
  repeatYears: 0,
  repeatLevel: 'person',
  weekdays: [2],
  crossPrimary: 'forbid',
  crossSecondary: 'forbid',
  crossSpecial: 'penalise',
  travel: 'much',
  spread: 'little',
  load: 'much',
  expertise: 'little',
  windowStart: '2026-08-25',
  windowEnd: '2027-08-31',
};

describe('the rules of a season', () => {
  test('that nobody has set are the usual ones', () => {
    expect(takeRules(null)).toEqual(usualRules);
    expect(takeRules({ repeatYears: 4 })).toEqual({ ...usualRules, repeatYears: 4 });
  });

  test('may be any that are within bounds', () => {
    expect(refuseSettings(2026, settings)).toBeNull();
    expect(refuseSettings(2026, others)).toBeNull();
  });

  test.each([
    ['a distance below nothing', { competitorKm: -1 }, 'competitorKm', 'distance-out-of-range'],
    ['a distance of half a kilometre', { competitorKm: 0.5 }, 'competitorKm', 'distance-out-of-range'],
    ['a distance of 21 km', { competitorKm: 21 }, 'competitorKm', 'distance-out-of-range'],
    ['six years', { repeatYears: 6 }, 'repeatYears', 'years-out-of-range'],
    ['a year and a half', { repeatYears: 1.5 }, 'repeatYears', 'years-out-of-range'],
    ['no day of the week', { weekdays: [] }, 'weekdays', 'no-weekday'],
    ['a Saturday', { weekdays: [5, 6] }, 'weekdays', 'not-a-weekday'],
    ['a Sunday', { weekdays: [0] }, 'weekdays', 'not-a-weekday'],
    ['a window that ends before it opens', { windowEnd: '2026-09-20' }, 'windowEnd', 'window-backwards'],
    ['a window that opens before the year', { windowStart: '2026-08-24' }, 'windowStart', 'outside-year'],
    ['a window that ends after the year', { windowEnd: '2027-09-01' }, 'windowStart', 'outside-year'],
  ])('may not hold %s', (_, bad, field, refusal) => {
    expect(refuseSettings(2026, { ...settings, ...bad })).toEqual({ field, refusal });
  });

  test.each(settingFields)('differ in %s where that alone is changed', (field) => {
    expect(differences(settings, { ...settings, [field]: others[field] })).toEqual([field]);
  });

  test('differ in nothing from themselves, and in everything from others', () => {
    expect(differences(settings, structuredClone(settings))).toEqual([]);
    expect(differences(settings, others)).toEqual([...ruleFields, 'windowStart', 'windowEnd']);
  });
});
