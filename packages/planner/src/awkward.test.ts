import { expect, test } from 'vitest';
import { buildLeader, buildSchool, buildSeason } from '../test/build-season.ts';
import { judgeIsHere, judgeQuickly } from '../test/judge.ts';
import type { Instance, UnplacedReason } from './instance.ts';
import { readInstance } from './read-instance.ts';
import { planInProcesses } from './run.ts';

/** As it comes from outside, planned as the command line plans it. */
async function planFromOutside(season: Instance, threads = 2) {
  const read = readInstance(JSON.parse(JSON.stringify({ format: 'psr-schedule/1', ...season })));
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const planned = await planInProcesses(read.instance, { seconds: 3, seed: 1, threads, explains: true });
  if (judgeIsHere) expect((await judgeQuickly(season, planned)).hard).toBe(0);
  return planned;
}

const awkward: [what: string, change: (season: Instance) => unknown, reasons: UnplacedReason[]][] = [
  ['no candidate day', (s) => (s.calendar.terms = []), ['no-host-day']],
  [
    'a window that is one Sunday',
    (s) => Object.assign(s.calendar, { windowStart: '2026-10-04', windowEnd: '2026-10-04' }),
    ['no-host-day'],
  ],
  [
    'a school that nobody may review',
    (s) => Object.assign(s.schools[0]!, { area: 'far', clusterIds: ['yew'] }),
    ['too-few-reviewers', 'no-head', 'no-lead'],
  ],
  ['nobody at all', (s) => (s.leaders = []), ['too-few-reviewers', 'no-head', 'no-lead']],
  [
    'nobody trained',
    (s) => s.leaders.map((l) => Object.assign(l, { trainedOn: null })),
    ['too-few-reviewers', 'no-head', 'no-lead'],
  ],
  [
    'groups within each other',
    (s) =>
      Object.assign(s, {
        groups: [
          { id: 'trust', parent: 'chain' },
          { id: 'chain', parent: 'trust' },
        ],
      }),
    [],
  ],
];

test.each(awkward)('%s: each school has a review or a reason', async (_, change, reasons) => {
  const season = buildSeason();
  change(season);
  const planned = await planFromOutside(season);
  expect(planned.unscheduled).toEqual(reasons.length === 0 ? [] : [{ school: 'Host', reasons }]);
  expect(planned.bound.unscheduled).toBe(planned.unscheduled.length);
  expect(planned.explanation?.unplaced.map(({ school }) => school)).toEqual(
    planned.unscheduled.map(({ school }) => school),
  );
});

test('a season without schools is planned', async () => {
  const planned = await planFromOutside({ ...buildSeason(), schools: [], leaders: [], units: [] });
  expect(planned).toMatchObject({
    reviews: [],
    unscheduled: [],
    cost: 0,
    bound: { unscheduled: 0, cost: 0 },
  });
});

/** Schools in counties of 200, each with its head and nobody else. */
function buildLonely(schools: number): Instance {
  const season = buildSeason();
  const area = (s: number) => `county ${Math.floor(s / 200)}`;
  const all = Array.from({ length: schools }, (_, s) =>
    buildSchool(`S${s}`, {
      receives: true,
      area: area(s),
      clusterIds: [`main ${area(s)}`],
      e: (s % 20) * 1000,
      n: (s % 200) * 100,
    }),
  );
  return {
    ...season,
    clusters: [...new Set(all.map(({ clusterIds }) => clusterIds[0] ?? ''))].map((id) => ({
      id,
      kind: 'any',
      phase: 'primary',
    })),
    units: all.map(({ id }) => ({ id, maxDays: 3 })),
    schools: all,
    leaders: all.map(({ id }) => buildLeader(`${id} head`, id)),
  };
}

test('a thousand schools with one leader each: two reviews in three, and a reason for each of the others', async () => {
  const planned = await planFromOutside(buildLonely(1000));
  expect(planned.reviews.length + planned.unscheduled.length).toBe(1000);
  expect(planned.reviews.length).toBeGreaterThan(600);
  expect(planned.unscheduled.every(({ reasons }) => reasons.length > 0)).toBe(true);
});

test('22,000 schools in one area are refused in a sentence', () => {
  const season = buildLonely(22_000);
  for (const school of season.schools) Object.assign(school, { area: 'all', clusterIds: ['oak'] });
  const read = readInstance({
    format: 'psr-schedule/1',
    ...season,
    clusters: [{ id: 'oak', kind: 'any', phase: 'primary' }],
  });
  expect(read).toEqual({
    faults: [{ path: '/schools', fault: expect.stringContaining('22000 schools and 22000 leaders') }],
  });
});
