import { expect, test } from 'vitest';
import { defaultStateFundedTypes, settleType } from './state-funded.ts';

const withoutAcademies = defaultStateFundedTypes.filter((code) => code < 20);
const withoutConverters = defaultStateFundedTypes.filter((code) => code !== 34);

test.each([
  ['a community school', 1, null, 'by-type'],
  ['an independent school', 11, 'Independent schools', 'not-counted'],
  ["a children's centre", 47, "Children's Centres", 'not-counted'],
  ['an academy whose type is blank', null, 'Academies', 'by-group'],
  ['a free school whose type is blank', null, 'Free Schools', 'by-group'],
  ['a maintained school whose type is blank', null, 'LA maintained schools', 'by-group'],
  ['an independent school whose type is blank', null, 'Independent schools', 'not-counted'],
  ['a special school whose type is blank, for it may be independent', null, 'Special schools', 'unsettled'],
  ['a school of which nothing is known', null, null, 'unsettled'],
  ['a type that is newer than this list', 99, 'Academies', 'unsettled'],
] as const)('%s is %s', (_, typeCode, typeGroupName, settlement) => {
  expect(settleType({ typeCode, typeGroupName }, { stateFundedTypes: defaultStateFundedTypes })).toBe(
    settlement,
  );
});

test('the setting decides, and a group counts only when all of it does', () => {
  const academies = { typeCode: null, typeGroupName: 'Academies' };
  expect(settleType({ ...academies, typeCode: 34 }, { stateFundedTypes: withoutAcademies })).toBe(
    'not-counted',
  );
  expect(settleType(academies, { stateFundedTypes: withoutAcademies })).toBe('not-counted');
  expect(settleType(academies, { stateFundedTypes: withoutConverters })).toBe('unsettled');
});

test('no setting brings in an independent school', () => {
  expect(settleType({ typeCode: 11, typeGroupName: null }, { stateFundedTypes: [11] })).toBe('not-counted');
});
