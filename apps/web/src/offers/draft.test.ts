import type { Offer } from '@lateral/contract/offers';
import { expect, test } from 'vitest';
import { draftOf, listSeasonWeeks, nextPart, toSend, withDay, withWeek } from './draft.ts';
import { countDays } from './words.ts';

const offer: Offer = {
  version: 0,
  season: {
    id: 's',
    year: 2026,
    windowStart: '2026-10-14',
    windowEnd: '2026-11-06',
    openedAt: new Date('2026-09-10T09:00:00Z'),
    until: '2026-10-02',
  },
  school: { id: 'a', name: 'Ashlow School' },
  sent: null,
  isPrefilled: true,
  mayMake: true,
  leaders: [
    { personId: 'ada', halfDays: 3, expertise: [] },
    { personId: 'left', halfDays: 3, expertise: [] },
  ],
  blocked: [{ day: '2026-10-16', part: 'day' }],
  preferred: [],
  avoided: [],
  focus: [],
  barred: { schools: [{ id: 'b', name: 'Birchwell' }], people: [] },
  candidates: [
    { personId: 'ada', name: 'Ada', role: 'headteacher', away: [{ day: '2026-10-15', part: 'morning' }] },
  ],
  inset: [],
  terms: [
    { name: 'Autumn 1', start: '2026-09-01', end: '2026-10-23' },
    { name: 'Autumn 2', start: '2026-11-02', end: '2026-12-18' },
  ],
  closures: [{ day: '2026-11-03', name: 'Closed' }],
};

test('a day that is pressed is blocked all day, then in the morning, then in the afternoon, then free', () => {
  expect(nextPart(null)).toBe('day');
  expect(nextPart('day')).toBe('morning');
  expect(nextPart('morning')).toBe('afternoon');
  expect(nextPart('afternoon')).toBe(null);
});

test('a week is blocked as a whole, and freed when all of it was', () => {
  const week = ['2026-11-02', '2026-11-04'];
  const blocked = withWeek(withDay([], '2026-11-04', 'morning'), week);
  expect(blocked).toEqual(week.map((day) => ({ day, part: 'day' })));
  expect(withWeek(blocked, week)).toEqual([]);
});

test('the weeks of a season have their five days, and those without school are holidays', () => {
  expect(listSeasonWeeks(offer, '2026-09-10').map(({ monday, isHoliday }) => [monday, isHoliday])).toEqual([
    ['2026-10-12', false],
    ['2026-10-19', false],
    ['2026-10-26', true],
    ['2026-11-02', false],
  ]);
});

test('weeks that are past are not asked about', () => {
  expect(listSeasonWeeks(offer, '2026-10-22').map(({ monday }) => monday)).toEqual([
    '2026-10-19',
    '2026-10-26',
    '2026-11-02',
  ]);
});

test('whoever has left is not offered again, and a day that has been closed since is not sent', () => {
  const draft = draftOf(offer);
  expect(draft.leaders).toEqual([
    { personId: 'ada', halfDays: 3, expertise: [], away: [{ day: '2026-10-15', part: 'morning' }] },
  ]);
  const sent = toSend({ ...draft, blocked: [...draft.blocked, { day: '2026-11-03', part: 'day' }] }, offer);
  expect(sent.blocked).toEqual([{ day: '2026-10-16', part: 'day' }]);
  expect(sent.barred).toEqual({ schoolIds: ['b'], personIds: [] });
});

test('days are counted as people say them', () => {
  expect(countDays([])).toBe('all free');
  expect(countDays([{ part: 'day' }, { part: 'day' }, { part: 'morning' }])).toBe('2 days and 1 half-day');
  expect(countDays([{ part: 'afternoon' }])).toBe('1 half-day');
});
