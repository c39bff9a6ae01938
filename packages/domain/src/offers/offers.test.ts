import { describe, expect, test } from 'vitest';
import { capacityOf, planned, prefillLeaders, wholeDays } from './days-offered.ts';
import { foldDays, type PartOfDay, refuseOffer, refuseRound } from './refusals.ts';

const facts = {
  windowStart: '2026-09-21',
  windowEnd: '2026-12-11',
  terms: [{ name: 'Autumn', start: '2026-09-01', end: '2026-12-18' }],
  closed: new Set(['2026-10-26']),
  schoolId: 'ours',
  leaderIds: new Set(['head', 'deputy']),
};
const offer = {
  leaders: [{ personId: 'head', away: [{ day: '2026-11-12', part: 'day' as const }] }],
  blocked: [{ day: '2026-11-13', part: 'morning' as const }],
  preferred: ['2026-11-16'],
  avoided: ['2026-11-17'],
  focus: ['send', 'writing', 'attendance'],
  barred: { schoolIds: ['theirs'], personIds: ['somebody'] },
};
const on = (day: string): PartOfDay => ({ day, part: 'day' });

describe('an offer of days', () => {
  test('that keeps every rule is taken', () => {
    expect(refuseOffer(offer, facts)).toBeNull();
  });

  test.each([
    [
      'names somebody who does not lead there',
      { leaders: [{ personId: 'x', away: [] }] },
      'not-a-leader',
      '/leaders/0/personId',
    ],
    [
      'names somebody twice',
      {
        leaders: [
          { personId: 'head', away: [] },
          { personId: 'head', away: [] },
        ],
      },
      'leader-twice',
      '/leaders/1/personId',
    ],
    [
      'has somebody away on a Saturday',
      { leaders: [{ personId: 'head', away: [on('2026-11-14')] }] },
      'not-a-school-day',
      '/leaders/0/away/0',
    ],
    ['blocks a day before the season', { blocked: [on('2026-09-18')] }, 'outside-window', '/blocked/0'],
    [
      'blocks a day after it',
      { blocked: [on('2026-11-13'), on('2026-12-14')] },
      'outside-window',
      '/blocked/1',
    ],
    [
      'blocks a day on which all are closed',
      { blocked: [on('2026-10-26')] },
      'not-a-school-day',
      '/blocked/0',
    ],
    ['would like a Sunday', { preferred: ['2026-11-15'] }, 'not-a-school-day', '/preferred/0'],
    ['would rather not have a day next year', { avoided: ['2027-11-15'] }, 'outside-window', '/avoided/0'],
    ['would and would not like a day', { avoided: ['2026-11-16'] }, 'preferred-and-avoided', '/avoided/0'],
    [
      'asks for four areas',
      { focus: ['send', 'writing', 'attendance', 'teaching'] },
      'too-many-areas',
      '/focus',
    ],
    ['asks for one area twice', { focus: ['send', 'send'] }, 'area-twice', '/focus'],
    [
      'bars the school itself',
      { barred: { schoolIds: ['ours'], personIds: [] } },
      'own-school',
      '/barred/schoolIds/0',
    ],
    [
      'bars one of its own',
      { barred: { schoolIds: [], personIds: ['deputy'] } },
      'own-leader',
      '/barred/personIds/0',
    ],
  ])('is refused when it %s', (_, change, refusal, at) => {
    expect(refuseOffer({ ...offer, ...change }, facts)).toEqual({ refusal, at });
  });
});

test.each([
  ['2026-11-22', 'in-the-past'],
  ['2026-11-23', null],
  ['2026-12-11', null],
  ['2026-12-12', 'after-the-season'],
])('schools asked on 23 November for their days until %s: %s', (until, refusal) => {
  expect(refuseRound(until, '2026-12-11', '2026-11-23')).toBe(refusal);
});

test('a morning and an afternoon are one day, and every day stands once and in order', () => {
  expect(
    foldDays([
      { day: '2026-11-13', part: 'afternoon' },
      { day: '2026-11-12', part: 'morning' },
      { day: '2026-11-13', part: 'morning' },
      { day: '2026-11-11', part: 'day' },
      { day: '2026-11-11', part: 'morning' },
      { day: '2026-11-12', part: 'morning' },
    ]),
  ).toEqual([
    { day: '2026-11-11', part: 'day' },
    { day: '2026-11-12', part: 'morning' },
    { day: '2026-11-13', part: 'day' },
  ]);
});

test.each([
  [0, 0],
  [2, 1],
  [3, 2],
  [4, 2],
])('%i half-days are at most %i reviews', (halfDays, limit) => {
  expect(planned(halfDays)).toEqual({ limit, target: halfDays });
});

test('three half-days of a head and three of a deputy are three days', () => {
  expect([wholeDays(6), wholeDays(5), wholeDays(0)]).toEqual([3, 2, 0]);
  expect([capacityOf('headteacher'), capacityOf('deputy'), capacityOf('senior-leader')]).toEqual([
    'head',
    'deputy',
    'deputy',
  ]);
});

describe('before a school has said who goes', () => {
  const owed = { head: 3, deputy: 3 };
  const senior = { personId: 'senior', role: 'senior-leader' as const };
  const head = { personId: 'head', role: 'headteacher' as const };
  const deputy = { personId: 'deputy', role: 'deputy' as const };

  test('its head and its first deputy are put down for what it owes', () => {
    expect(prefillLeaders([head, deputy, senior], [], owed)).toEqual([
      { personId: 'head', halfDays: 3, expertise: [] },
      { personId: 'deputy', halfDays: 3, expertise: [] },
    ]);
  });

  test('a school without a deputy has another senior leader put down, and one without either its head alone', () => {
    expect(prefillLeaders([head, senior], [], owed).map(({ personId }) => personId)).toEqual([
      'head',
      'senior',
    ]);
    expect(prefillLeaders([head], [], owed).map(({ personId }) => personId)).toEqual(['head']);
    expect(prefillLeaders([], [], owed)).toEqual([]);
  });

  test.each([
    [0, 0],
    [1, 2],
    [2, 2],
    [3, 3],
    [4, 4],
    [7, 4],
  ])('a school that is to give %i half-days finds %i put down', (due, put) => {
    expect(prefillLeaders([head], [], { head: due, deputy: 3 })[0]?.halfDays).toBe(put);
  });

  test('those of its last offer are put down again, but for whoever has left', () => {
    const before = [
      { personId: 'left', halfDays: 4 as const, expertise: ['send'] },
      { personId: 'senior', halfDays: 2 as const, expertise: ['writing'] },
    ];
    expect(prefillLeaders([head, deputy, senior], before, owed)).toEqual([before[1]]);
    expect(prefillLeaders([head], before, owed)).toEqual([{ personId: 'head', halfDays: 3, expertise: [] }]);
  });
});
