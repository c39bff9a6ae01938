import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termsUnsaid } from '../agreements/terms.ts';
import { addDays } from '../calendars/weeks.ts';
import { entitlementsOn } from './entitlements.ts';
import { type Ending, holdsOn, lastDay, lastDayAfterNotice, spanAfterSigning } from './spans.ts';

const none = {
  mayVote: false,
  isReviewed: false,
  owesDays: false,
  getsMemberPrice: false,
  sharesOutcomes: false,
};
const all = { mayVote: true, isReviewed: true, owesDays: true, getsMemberPrice: true, sharesOutcomes: true };
const open = { from: '2026-09-01', to: null };
const year = { from: '2026-09-01', to: '2027-08-31' };

test.each([
  ['a school that never joined', [], [], '2026-10-01', none],
  ['a member that has signed', [open], ['2026-09-01'], '2026-10-01', all],
  ['a member that was marked by hand', [open], [], '2026-10-01', { ...all, sharesOutcomes: false }],
  ['a member that signs tomorrow', [open], ['2026-10-02'], '2026-10-01', { ...all, sharesOutcomes: false }],
  ['the day before it begins', [open], ['2026-08-01'], '2026-08-31', none],
  ['its first day', [open], ['2026-08-01'], '2026-09-01', all],
  ['its last day', [year], ['2026-09-01'], '2027-08-31', all],
  ['the day after its last', [year], ['2026-09-01'], '2027-09-01', none],
  [
    'a school that left and came back',
    [year, { from: '2028-01-10', to: null }],
    ['2026-09-01'],
    '2028-01-10',
    all,
  ],
] as const)('what follows for %s', (_, spans, signedOn, day, expected) => {
  expect(entitlementsOn({ spans, signedOn }, day)).toEqual(expected);
});

const aDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aSpan = fc
  .tuple(aDay, fc.option(fc.nat(900)))
  .map(([from, days]) => ({ from, to: days === null ? null : addDays(from, days) }));

test('nothing follows for a school on a day on which it is no member, whatever it signed', () => {
  let members = 0;
  fc.assert(
    fc.property(fc.array(aSpan, { maxLength: 4 }), fc.array(aDay), aDay, (spans, signedOn, day) => {
      const isMember = spans.some((span) => holdsOn(span, day));
      members += isMember ? 1 : 0;
      const follows = entitlementsOn({ spans, signedOn }, day);
      expect(Object.values(follows).some(Boolean)).toBe(isMember);
    }),
    { numRuns: 500 },
  );
  expect(members).toBeGreaterThan(50);
});

const yearly = { ...termsUnsaid, renewal: 'yearly' } as const;
test.each([
  [termsUnsaid, '2026-09-01', null],
  [yearly, '2026-09-01', '2027-08-31'],
  [yearly, '2027-05-31', '2027-08-31'],
  [yearly, '2027-06-01', '2028-08-31'],
  [yearly, '2027-08-31', '2028-08-31'],
  [yearly, '2027-12-31', '2028-08-31'],
] as const)('under %o a membership from %s has its last day %s', (terms, from, last) => {
  expect(lastDay(terms, from)).toBe(last);
});

test.each([
  [8, '2026-10-01', null, '2026-11-26'],
  [0, '2026-10-01', null, '2026-10-01'],
  [8, '2027-08-01', '2027-08-31', '2027-08-31'],
  [8, '2026-10-01', '2027-08-31', '2026-11-26'],
] as const)(
  '%i weeks of notice given on %s end a membership until %s on %s',
  (noticeWeeks, day, to, last) => {
    expect(lastDayAfterNotice({ ...termsUnsaid, noticeWeeks }, day, to)).toBe(last);
  },
);

const ending = (from: string, to: string | null, endsWhy: Ending['endsWhy']): Ending => ({
  from,
  to,
  endsWhy,
});
test.each([
  ['joins', null, termsUnsaid, ending('2026-10-01', null, null)],
  ['joins for a year', null, yearly, ending('2026-10-01', '2027-08-31', 'term')],
  ['goes on', ending('2025-09-01', null, null), termsUnsaid, ending('2025-09-01', null, null)],
  [
    'goes on for a year',
    ending('2025-09-01', null, null),
    yearly,
    ending('2025-09-01', '2027-08-31', 'term'),
  ],
  [
    'goes on, no longer by the year',
    ending('2025-09-01', '2027-08-31', 'term'),
    termsUnsaid,
    ending('2025-09-01', null, null),
  ],
  [
    'goes on for the year that it has renewed already',
    ending('2025-09-01', '2028-08-31', 'term'),
    yearly,
    ending('2025-09-01', '2028-08-31', 'term'),
  ],
  [
    'leaves all the same',
    ending('2025-09-01', '2026-11-26', 'notice'),
    yearly,
    ending('2025-09-01', '2026-11-26', 'notice'),
  ],
] as const)('a school that signs on 1 October 2026 %s', (_, current, terms, expected) => {
  expect(spanAfterSigning(current, terms, '2026-10-01')).toEqual(expected);
});
