import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Balance, balanceOf, type EntrySum, seasonBalance, yearsOf } from './balance.ts';
import { capacities, type EntryKind, entryKinds } from './entries.ts';
import { homeOf } from './home.ts';
import { daysInWords, entryInWords, leftInWords, seasonInWords, sourceOf } from './words.ts';
import { refuseEntry } from './writing.ts';

const sum = (year: number, kind: EntryKind, halfDays: number, capacity: EntrySum['capacity'] = 'head') => ({
  year,
  capacity,
  kind,
  halfDays,
});
const ask = { year: 2026, capacity: 'head', owes: true } as const;

test.each<[string, EntrySum[], Partial<Balance>]>([
  ['owes three half-days before that is written', [], { owed: 3, due: 3, left: 3 }],
  ['owes them once, written or not', [sum(2026, 'owed', 3)], { owed: 3, due: 3, left: 3 }],
  ['owes none where what was written is put right', [sum(2026, 'owed', 0)], { owed: 0, due: 0, left: 0 }],
  ['has one left after a day', [sum(2026, 'given', 2)], { given: 2, due: 3, left: 1 }],
  ['is ahead after two days', [sum(2026, 'given', 4)], { given: 4, due: 3, left: -1 }],
  ['gives less where days are waived', [sum(2026, 'waived', 3)], { waived: 3, due: 0, left: 0 }],
  ['gives what it brought as well', [sum(2026, 'brought', 2)], { brought: 2, due: 5, left: 5 }],
  ['carries what it did not give', [sum(2025, 'owed', 3), sum(2025, 'given', 2)], { carried: 1, due: 4 }],
  ['carries what it gave ahead', [sum(2025, 'owed', 3), sum(2025, 'given', 4)], { carried: -1, due: 2 }],
  ['does not carry what was waived', [sum(2025, 'owed', 3), sum(2025, 'waived', 3)], { carried: 0, due: 3 }],
  ['is due nothing when it is far ahead', [sum(2025, 'given', 8)], { carried: -8, due: 0, left: 0 }],
  ['carries nothing of what it received', [sum(2025, 'received', 6)], { carried: 0, received: 0, due: 3 }],
  ['takes nothing from later years', [sum(2027, 'owed', 3)], { carried: 0, due: 3 }],
  ['takes nothing from the other capacity', [sum(2026, 'given', 2, 'deputy')], { given: 0, left: 3 }],
])('a school %s', (_, sums, expected) => expect(balanceOf(sums, ask)).toMatchObject(expected));

test('a school that was no member owes nothing that is not written', () => {
  expect(balanceOf([], { ...ask, owes: false })).toMatchObject({ owed: 0, due: 0, left: 0 });
});

/** A whole day up or down from what is due: reviews take whole days. */
const wholeDays = (halfDays: number, isUp: boolean) =>
  2 * (isUp ? Math.ceil(halfDays / 2) : Math.floor(halfDays / 2));

test('over any two years in which a school gives what is due, either way, heads and deputies come to three days each', () => {
  const splits = new Set<string>();
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), (...ups) => {
      for (const [c, capacity] of capacities.entries()) {
        const sums: EntrySum[] = [];
        for (const [y, year] of [2026, 2027].entries()) {
          const question = { year, capacity, owes: true };
          const { due } = balanceOf(sums, question);
          sums.push(
            { year, capacity, kind: 'owed', halfDays: 3 },
            { year, capacity, kind: 'given', halfDays: wholeDays(due, ups[2 * y + c] ?? false) },
          );
        }
        const given = sums.filter(({ kind }) => kind === 'given').map(({ halfDays }) => halfDays);
        splits.add(given.join('+'));
        expect(given[0] ?? 0).toBe(6 - (given[1] ?? 0));
        expect(balanceOf(sums, { year: 2027, capacity, owes: true }).left).toBe(0);
        expect(balanceOf(sums, { year: 2028, capacity, owes: true }).carried).toBe(0);
      }
    }),
  );
  expect([...splits].sort()).toEqual(['2+4', '4+2']);
});

const entries = fc.array(
  fc.record({
    year: fc.integer({ min: 2024, max: 2027 }),
    capacity: fc.constantFrom(...capacities),
    kind: fc.constantFrom(...entryKinds),
    halfDays: fc.integer({ min: -6, max: 6 }).filter((n) => n !== 0),
  }),
  { maxLength: 30 },
);

test('a balance never depends on the order of entries, nor on how they are summed', () => {
  fc.assert(
    fc.property(
      entries.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        const key = ({ year, capacity, kind }: EntrySum) => `${year} ${capacity} ${kind}`;
        const summed = [...Map.groupBy(list, key).values()].map((same) => ({
          ...(same[0] as EntrySum),
          halfDays: same.reduce((all, { halfDays }) => all + halfDays, 0),
        }));
        expect(balanceOf(shuffled, ask)).toEqual(balanceOf(list, ask));
        expect(balanceOf(summed, ask)).toEqual(balanceOf(list, ask));
      },
    ),
  );
});

test('an entry that is put right leaves every balance as if it had not been', () => {
  const isNotOwed = ({ kind }: EntrySum) => kind !== 'owed';
  fc.assert(
    fc.property(entries, entries, (list, wrong) => {
      // An owed entry that is put right says that nothing is owed: another question.
      const mistakes = wrong.filter(isNotOwed);
      const reversed = mistakes.map((entry) => ({ ...entry, halfDays: -entry.halfDays }));
      const question = { ...ask, year: 2027 };
      expect(balanceOf([...list, ...mistakes, ...reversed], question)).toEqual(balanceOf(list, question));
    }),
  );
});

test('what is carried is what the year before left, year after year', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const at = (year: number) => balanceOf(list, { ...ask, year, owes: false });
      const { carried, owed, given, waived, brought } = at(2026);
      expect(at(2027).carried).toBe(carried + owed - given - waived + brought);
    }),
  );
});

test('the balance of three reviewers a school is exact, and every waived day makes it short', () => {
  const members = (due: number) => Array.from({ length: 24 }, () => ({ due }));
  expect(seasonBalance(members(6))).toEqual({ members: 24, needed: 144, due: 144, over: 0 });
  expect(seasonBalance([...members(6), { due: 3 }]).over).toBe(-3);
  expect(seasonInWords(-48)).toBe('24 days short');
  expect(seasonInWords(0)).toBe('Enough days');
  expect(seasonInWords(1)).toBe('Enough days, 0.5 day to spare');
});

test('years are this one and all that anything was written in, newest first', () => {
  expect(yearsOf([sum(2024, 'owed', 3), sum(2024, 'given', 2), sum(2027, 'owed', 3)], 2026)).toEqual([
    2027, 2026, 2024,
  ]);
});

const none: Balance = { owed: 3, given: 0, received: 0, waived: 0, brought: 0, carried: 0, due: 3, left: 3 };
test.each<[string, EntryKind, number, Partial<Balance>, number, string | null]>([
  ['all that is owed', 'waived', 3, {}, 0, null],
  ['more than is owed', 'waived', 4, {}, 0, 'more-than-owed'],
  ['more than is owed in two goes', 'waived', 2, { waived: 2 }, 0, 'more-than-owed'],
  ['what is carried as well', 'waived', 4, { carried: 1 }, 0, null],
  ['what was given ahead', 'waived', 3, { carried: -1 }, 0, 'more-than-owed'],
  ['back what was waived', 'waived', -2, { waived: 2 }, 0, null],
  ['back what was waived when the school is ahead since', 'waived', -1, { waived: 2, carried: -9 }, 0, null],
  ['back more than was waived', 'waived', -3, { waived: 2 }, 0, 'less-than-none'],
  ['what was brought', 'brought', 7, {}, 0, null],
  ['what was given ahead before', 'brought', -7, {}, 0, null],
  ['away a day that was not given', 'given', -2, { given: 2 }, 2, null],
  ['away more than was given', 'given', -4, { given: 2 }, 2, 'less-than-none'],
  ['a day that no review gave', 'given', 2, { given: 2 }, 2, 'more-than-written'],
  ['back a day that was taken away by mistake', 'given', 2, { given: 0 }, 2, null],
  ['away what is owed', 'owed', -3, {}, 3, null],
  ['more owed', 'owed', 1, {}, 3, 'more-than-written'],
])('the broker writes %s', (_, kind, halfDays, more, written, refusal) => {
  expect(refuseEntry({ kind, halfDays }, { balance: { ...none, ...more }, written })).toBe(refusal);
});

const home = (schoolId: string, urn: number, left: number) =>
  ({ schoolId, urn, capacity: 'head', left }) as const;
test.each([
  ['that has the most left', [home('a', 1, 1), home('b', 2, 3)], 'b'],
  ['with the lowest URN of equal ones', [home('b', 2, 3), home('a', 1, 3)], 'a'],
  ['that is furthest from having given too much', [home('a', 1, -3), home('b', 2, -1)], 'b'],
  ['alone', [home('a', 1, -9)], 'a'],
  ['of none', [], undefined],
])('somebody of several schools gives for the one %s', (_, homes, expected) => {
  expect(homeOf(homes)?.schoolId).toBe(expected);
});

test.each([
  [0, 'no days'],
  [1, '0.5 day'],
  [2, '1 day'],
  [3, '1.5 days'],
  [-3, '−1.5 days'],
])('%i half-days are said as %s', (halfDays, words) => expect(daysInWords(halfDays)).toBe(words));

test.each([
  [{ left: 3, due: 3, given: 0 }, '1.5 days left'],
  [{ left: 0, due: 2, given: 2 }, 'all given'],
  [{ left: 0, due: 0, given: 0 }, 'nothing to give'],
  [{ left: -1, due: 3, given: 4 }, '0.5 day given ahead'],
])('what is left is said in words', (balance, words) => expect(leftInWords(balance)).toBe(words));

const entry = { year: 2026, host: 'Ashlow', reviewer: 'Ada Fern', byHand: false } as const;
test.each([
  [{ ...entry, kind: 'owed', halfDays: 3 }, 'What every member gives in 2026/27'],
  [{ ...entry, kind: 'given', halfDays: 2 }, 'Ada Fern reviewed Ashlow'],
  [{ ...entry, kind: 'received', halfDays: 2 }, 'Ada Fern reviewed this school'],
  [{ ...entry, kind: 'given', halfDays: -2, byHand: true }, 'Given days put right'],
  [{ ...entry, kind: 'waived', halfDays: 1, byHand: true }, 'These days need not be given'],
  [{ ...entry, kind: 'waived', halfDays: -1, byHand: true }, 'Waived days put right'],
  [{ ...entry, kind: 'brought', halfDays: -1, byHand: true }, 'Given ahead, before'],
] as const)('an entry says where it comes from', (one, words) => expect(sourceOf(one)).toBe(words));

test.each([
  [{ capacity: 'deputy', year: 2026, kind: 'waived', halfDays: 3 }, '1.5 deputy days of 2026/27 waived'],
  [
    { capacity: 'head', year: 2026, kind: 'waived', halfDays: -1 },
    '0.5 head day of 2026/27 no longer waived',
  ],
  [
    { capacity: 'head', year: 2026, kind: 'given', halfDays: -2 },
    '1 head day of 2026/27 put right: less given',
  ],
])('what the broker wrote is told to the head', (detail, words) => expect(entryInWords(detail)).toBe(words));
