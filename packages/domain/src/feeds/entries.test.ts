import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, type Item, reconcile } from './entries.ts';

const today = '2026-11-25';
const now = new Date('2026-11-25T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const item = (key: string, from: string, more: Partial<Item> = {}): Item => ({
  key,
  title: `Review ${key}`,
  from,
  to: from,
  where: null,
  about: null,
  path: null,
  isBusy: true,
  ...more,
});
const first = (wanted: Item[]) => reconcile([], wanted, now, today).entries;
const told = (entries: readonly Entry[]) =>
  entries.map(({ key, sequence, cancelledAt, shown }) => [key, shown.from, sequence, cancelledAt !== null]);

test.each([
  ['nothing new', [item('a', '2027-01-11')], [['a', '2027-01-11', 0, false]]],
  ['a day that moved', [item('a', '2027-01-12')], [['a', '2027-01-12', 1, false]]],
  ['another title', [item('a', '2027-01-11', { title: 'You lead' })], [['a', '2027-01-11', 1, false]]],
  ['a day that fell away', [], [['a', '2027-01-11', 1, true]]],
  [
    'another day beside it',
    [item('a', '2027-01-11'), item('b', '2026-12-01')],
    [
      ['b', '2026-12-01', 0, false],
      ['a', '2027-01-11', 0, false],
    ],
  ],
])('after %s', (_, wanted, expected) => {
  const found = reconcile(first([item('a', '2027-01-11')]), wanted, later(1), today);
  expect(told(found.entries)).toEqual(expected);
});

test('a cancelled day is said for sixty days, then forgotten; planned again, it is the same one', () => {
  const cancelled = reconcile(first([item('a', '2027-06-11')]), [], now, today).entries;
  expect(told(reconcile(cancelled, [], later(60), today).entries)).toEqual([['a', '2027-06-11', 1, true]]);
  expect(reconcile(cancelled, [], later(61), today)).toMatchObject({ entries: [], over: ['a'] });
  const again = reconcile(cancelled, [item('a', '2027-06-11')], later(2), today).entries;
  expect(told(again)).toEqual([['a', '2027-06-11', 2, false]]);
});

test('a past day that falls out of view is forgotten, not cancelled', () => {
  const past = first([item('a', '2026-11-24')]);
  expect(reconcile(past, [], now, today)).toMatchObject({ entries: [], changed: [], over: ['a'] });
});

const anyItems = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), day: fc.integer({ min: 1, max: 28 }) }),
  { selector: ({ key }) => key },
);

test('whatever is planned, read and planned again: sequences only rise, each day stands once, a second read is as the first', () => {
  let cancellations = 0;
  fc.assert(
    fc.property(fc.array(anyItems, { minLength: 1, maxLength: 6 }), (plans) => {
      let known: Entry[] = [];
      for (const [i, plan] of plans.entries()) {
        const wanted = plan.map(({ key, day }) => item(key, `2027-02-${String(day).padStart(2, '0')}`));
        const before = new Map(known.map((entry) => [entry.key, entry]));
        const { entries } = reconcile(known, wanted, later(i), today);
        const shown = entries.filter(({ cancelledAt }) => cancelledAt === null);
        expect(shown.map(({ key }) => key).sort()).toEqual(wanted.map(({ key }) => key).sort());
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
        for (const { key, sequence } of entries)
          expect(sequence).toBeGreaterThanOrEqual(before.get(key)?.sequence ?? 0);
        expect(reconcile(entries, wanted, later(i), today)).toEqual({ entries, changed: [], over: [] });
        cancellations += entries.length - shown.length;
        known = entries;
      }
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(cancellations).toBeGreaterThan(100);
});
