import { describe, expect, test } from 'vitest';
import { buildLeader, buildSchool, buildSeason } from '../test/build-season.ts';
import { judge, judgeIsHere, judgeNote, readBest, readSeason } from '../test/judge.ts';
import { buildRandomSeason } from '../test/random-season.ts';
import { compile } from './compile.ts';
import { createDraft } from './draft.ts';
import { explain } from './explain.ts';
import type { Cause } from './explain-unplaced.ts';
import type { Instance, Schedule } from './instance.ts';
import { indexPairFacts, mayReview } from './pairs.ts';
import { plan } from './plan.ts';
import { createRandom } from './random.ts';
import { rankSeat } from './rank-seat.ts';
import { findCore, findShortages } from './shortages.ts';

const planSmall = (season: Instance) => plan(season, { seed: 1, effort: { steps: 1000 } });
const nothing: Schedule = { instance: 'small', reviews: [], unscheduled: [] };
const school = (season: Instance, id: string) => season.schools.find((one) => one.id === id)!;
const leader = (season: Instance, id: string) => season.leaders.find((one) => one.id === id)!;

/** Host and Guest both receive; each has the heads of Ash, Elm and Fir to choose from. */
function buildTwo(): Instance {
  const season = buildSeason();
  season.schools.push(buildSchool('Guest', { receives: true }));
  return season;
}

describe('a review', () => {
  test('says of each reviewer why they fit', () => {
    const season = buildSeason();
    Object.assign(school(season, 'Host'), { phases: ['primary', 'special'] });
    school(season, 'Host').focus = ['maths', 'send'].map((area) => ({ area, required: false }));
    Object.assign(school(season, 'Fir'), { e: 3000, n: 4000, phases: ['special'] });
    Object.assign(leader(season, 'Fir head'), { expertise: ['send', 'music'], canLead: false });
    season.history = [
      { year: 2019, host: 'Host', fromSchool: 'Elm', leaderId: 'Fir head' },
      { year: 2022, host: 'Host', fromSchool: 'Fir', leaderId: 'X' },
      { year: 2020, host: 'Host', fromSchool: 'Fir', leaderId: 'X' },
      { year: 2023, host: 'Ash', fromSchool: 'Fir', leaderId: 'Fir head' },
    ];
    const team = ['Ash head', 'Elm head', 'Fir head'];
    const reviews = [{ school: 'Host', date: '2026-10-06', team, lead: 'Elm head' }];
    const { reviews: explained, unplaced } = explain(season, { ...nothing, reviews });
    expect(unplaced).toEqual([]);
    expect(explained).toMatchObject([{ school: 'Host', date: '2026-10-06', locked: false }]);
    expect(explained[0]!.seats.map(({ leads }) => leads)).toEqual([false, true, false]);
    expect(explained[0]!.seats[2]).toEqual({
      leader: 'Fir head',
      leads: false,
      canLead: false,
      metres: 5000,
      home: 'Fir',
      reviewsLeft: 1,
      unitDaysLeft: 2,
      focus: ['send'],
      phases: ['special'],
      trainedOn: '2026-06-01',
      lastHere: { person: 2019, school: 2022 },
      sameCluster: true,
      alternatives: [],
      fitting: 0,
      excluded: { SIZE: 3 },
    });
  });

  test('gives the next best three as rankSeat does, and counts every leader', () => {
    let alternatives = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const season = buildRandomSeason(createRandom(seed));
      const schedule = planSmall(season);
      const explained = explain(season, schedule);
      expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
      for (const review of explained.reviews) {
        for (const [seat, { alternatives: given, fitting, excluded }] of review.seats.entries()) {
          const ranking = rankSeat(season, schedule, { school: review.school, seat });
          expect(given).toEqual(ranking.fits.slice(0, 3));
          expect(fitting).toBe(ranking.fits.length);
          const counts: Record<string, number> = {};
          for (const { code } of ranking.excluded) counts[code] = (counts[code] ?? 0) + 1;
          expect(excluded).toEqual(counts);
          alternatives += given.length;
        }
      }
    }
    expect(alternatives).toBeGreaterThan(30);
  });

  test('a schedule of schools, people or days that the season has not is refused', () => {
    const review = { school: 'Host', date: '2026-10-06', team: ['Ash head'], lead: 'Ash head' };
    const ask = (own: object) => () =>
      explain(buildSeason(), { ...nothing, reviews: [{ ...review, ...own }] });
    expect(ask({ school: 'X' })).toThrow(RangeError);
    expect(ask({ team: ['X'] })).toThrow(RangeError);
    expect(ask({ date: '2026-10-10' })).toThrow(RangeError);
  });
});

describe('a school without a review', () => {
  const explainHost = (season: Instance, schedule = nothing) =>
    explain(season, schedule).unplaced.find((one) => one.school === 'Host')!;

  test('names what is lacking and the rule that adds most who would help', () => {
    const season = buildSeason();
    for (const id of ['Ash', 'Elm', 'Fir']) leader(season, `${id} head`).canLead = false;
    season.schools.push(
      ...['Yew', 'Oak', 'Bay'].map((id) => buildSchool(id, { clusterIds: [id === 'Bay' ? 'oak' : 'yew'] })),
    );
    season.leaders.push(
      buildLeader('Yew head', 'Yew', { unitId: 'Guest', canLead: false }),
      buildLeader('Oak head', 'Oak', { unitId: 'Guest', canLead: false }),
      buildLeader('Bay head', 'Bay', { unitId: 'Guest' }),
      buildLeader('Bay deputy', 'Bay', { unitId: 'Guest', maxReviews: 0, trainedOn: null }),
    );
    season.conflicts.push({ leaderId: 'Bay head', schoolId: 'Host' });
    const { reasons, causes, fitting, excluded } = explainHost(season);
    expect(reasons).toEqual(['no-lead']);
    expect(causes).toEqual([
      {
        kind: 'eligibility',
        lacking: ['no-lead'],
        rules: [
          { code: 'CONFLICT', addsLeaders: 1, useful: 1 },
          { code: 'CLUSTER', addsLeaders: 2, useful: 0 },
        ],
        together: ['CONFLICT'],
      },
    ]);
    expect(fitting).toBe(3);
    expect(excluded).toEqual({ CLUSTER: 2, CONFLICT: 1, TRAINED: 1 });
  });

  test('where no one rule is enough, names the fewest that are enough together', () => {
    const season = buildSeason();
    season.leaders.pop();
    const other = buildSchool('Yew', { clusterIds: ['yew'] });
    season.schools.push(other, buildSchool('Oak', { clusterIds: ['yew'] }));
    season.leaders.push(buildLeader('Yew head', 'Yew'), buildLeader('Oak head', 'Oak', { trainedOn: null }));
    season.conflicts.push({ leaderId: 'Yew head', schoolId: 'Host' });
    const together = () => explainHost(season).causes.map((one) => 'together' in one && one.together);
    expect(together()).toEqual([['CONFLICT', 'CLUSTER']]);
    season.schools.find(({ id }) => id === 'Oak')!.clusterIds = ['oak'];
    expect(together()).toEqual([['TRAINED']]);
    season.leaders.splice(1);
    expect(together()).toEqual([null]);
  });

  test('says which days are short, of whom, for which schools', () => {
    const season = buildTwo();
    leader(season, 'Fir head').maxReviews = 1;
    const short = explainHost(season, { ...nothing, reviews: [] });
    expect(short.causes).toEqual([
      { kind: 'possible', date: expect.any(String), team: ['Ash head', 'Elm head', 'Fir head'] },
      {
        kind: 'supply',
        cluster: 'oak',
        role: 'any',
        shortDays: 1,
        schools: ['Host', 'Guest'],
        leaders: ['Fir head'],
        smallest: ['Host', 'Guest'],
      },
    ]);
  });

  test('heads can be short where people are not', () => {
    const season = buildTwo();
    season.config.minHeads = 2;
    leader(season, 'Ash head').maxReviews = 1;
    Object.assign(leader(season, 'Fir head'), { maxReviews: 1, role: 'deputy' });
    season.schools.push(buildSchool('Bay'), buildSchool('May'));
    for (const id of ['Bay', 'May'])
      season.leaders.push(buildLeader(id, id, { unitId: 'Guest', role: 'deputy' }));
    expect(explainHost(season).causes).toContainEqual({
      kind: 'supply',
      cluster: 'oak',
      role: 'head',
      shortDays: 1,
      schools: ['Host', 'Guest'],
      leaders: ['Ash head'],
      smallest: ['Host', 'Guest'],
    });
  });

  test('days that another plan would free are used up, not short', () => {
    const season = buildTwo();
    season.schools.push(...['Bay', 'May', 'Ivy'].map((id) => buildSchool(id)));
    for (const id of ['Bay', 'May', 'Ivy']) {
      season.leaders.push(buildLeader(id, id, { unitId: id }));
      season.units.push({ id, maxDays: 3 });
      season.conflicts.push({ leaderId: id, schoolId: 'Host' });
    }
    for (const one of season.leaders) one.maxReviews = 1;
    const team = ['Ash head', 'Elm head', 'Fir head'];
    const reviews = [{ school: 'Guest', date: '2026-10-05', team, lead: 'Fir head' }];
    const { reasons, causes } = explainHost(season, { ...nothing, reviews });
    expect(reasons).toEqual(['supply-short']);
    expect(causes).toEqual([
      { kind: 'used-up', leaders: team.map((id) => ({ leader: id, schools: ['Guest'] })) },
    ]);
  });

  test('says day by day what keeps people away', () => {
    const season = buildTwo();
    season.calendar.windowEnd = '2026-10-06';
    leader(season, 'Elm head').weekdays = [1];
    season.schools[0]!.inset = [];
    const team = ['Ash head', 'Elm head', 'Fir head'];
    const reviews = [{ school: 'Guest', date: '2026-10-05', team, lead: 'Fir head' }];
    const { reasons, causes } = explainHost(season, { ...nothing, reviews });
    expect(reasons).toEqual(['days-clash']);
    expect(causes).toEqual([
      {
        kind: 'days',
        closedDays: 0,
        days: [
          { date: '2026-10-05', free: 0, blocked: { DOUBLE: 3 } },
          { date: '2026-10-06', free: 2, blocked: { PERSONDAY: 1 } },
        ],
      },
    ]);
  });

  test('a host that has no day says how many are closed to it', () => {
    const season = buildSeason();
    school(season, 'Host').notBefore = '2026-11-01';
    const { causes, excluded } = explainHost(season);
    expect(causes).toEqual([{ kind: 'days', closedDays: 5, days: [] }]);
    expect(excluded).toEqual({ HOSTDAY: 3 });
  });

  test('people who may come one by one but not together are a matter of the team, not of days', () => {
    const season = buildSeason();
    Object.assign(leader(season, 'Fir head'), { schoolIds: ['Elm'], role: 'deputy' });
    expect(explainHost(season).causes).toEqual([
      {
        kind: 'composition',
        leaders: ['Ash head', 'Elm head', 'Fir head'],
        apart: [{ leaders: ['Elm head', 'Fir head'], school: 'Elm' }],
        rules: [],
      },
    ]);
  });
});

/** The season with each rule lifted for everyone. */
const lift: Partial<Record<string, (season: Instance) => Instance>> = {
  GROUP: (s) => ({ ...s, config: { ...s.config, excludeSameGroup: false } }),
  CONFLICT: (s) => ({ ...s, conflicts: [] }),
  COMPETITOR: (s) => ({ ...s, config: { ...s.config, competitorKm: 0 } }),
  AREA: (s) => ({ ...s, config: { ...s.config, sameArea: false } }),
  CLUSTER: (s) => ({ ...s, config: { ...s.config, crossCluster: freely, crossPhase: freely } }),
  REPEAT: (s) => ({ ...s, history: [] }),
  TRAINED: (s) => ({
    ...s,
    leaders: s.leaders.map((one) => ({ ...one, trainedOn: one.trainedOn ?? '2026-01-01' })),
  }),
  CAP: (s) => ({ ...s, leaders: s.leaders.map((one) => ({ ...one, maxReviews: 1 + one.maxReviews })) }),
};
const freely = { primary: 'penalise', secondary: 'penalise' } as const;

function countEligible(season: Instance, id: string): number {
  const facts = indexPairFacts(season);
  return season.leaders.filter(
    (one) => one.trainedOn !== null && one.maxReviews > 0 && mayReview(facts, one, school(season, id)),
  ).length;
}

test('a rule that is lifted adds as many leaders as was said, and the fewest together leave nothing lacking', () => {
  const seen = new Set<string>();
  const liftAll = (season: Instance, codes: readonly string[]) =>
    codes.reduce((lifted, code) => lift[code]?.(lifted) ?? lifted, season);
  const checkCause = (season: Instance, id: string, cause: Cause) => {
    if (cause.kind !== 'eligibility') return;
    for (const { code, addsLeaders } of cause.rules) {
      seen.add(code);
      expect(countEligible(liftAll(season, [code]), id) - countEligible(season, id), code).toBe(addsLeaders);
    }
    if (cause.together === null) return;
    seen.add(`together ${cause.together.length}`);
    const after = explain(liftAll(season, cause.together), nothing).unplaced.find(
      (one) => one.school === id,
    )!;
    expect(after.causes.map(({ kind }) => kind)).not.toContain('eligibility');
  };
  for (let seed = 1; seed <= 120; seed++) {
    const season = buildRandomSeason(createRandom(seed));
    season.config.crossCluster = { primary: 'forbid', secondary: 'forbid' };
    for (const { school: id, causes } of explain(season, nothing).unplaced) {
      for (const cause of causes) checkCause(season, id, cause);
    }
  }
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['CAP', 'CLUSTER', 'REPEAT', 'TRAINED', 'together 2']),
  );
});

describe.skipIf(!judgeIsHere)(`beside check.mjs${judgeNote}`, () => {
  test('the days that are short are as many as the judge finds by its own flow', async () => {
    let short = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const season = buildRandomSeason(createRandom(seed));
      for (const one of season.leaders) one.maxReviews = Math.min(1, one.maxReviews);
      const { bound } = (await judge(season, nothing)) as unknown as {
        bound: { impossible: string[]; supplyDeficit: number };
      };
      const model = compile(season);
      const live = model.hosts.filter((s) => !bound.impossible.includes(season.schools[s]!.id));
      const found = findShortages(createDraft(model), live).filter(({ role }) => role === 'any');
      const days = found.reduce((sum, { shortDays }) => sum + shortDays, 0);
      expect(days, `seed ${seed}`).toBe(bound.supplyDeficit);
      short += days;
    }
    expect(short).toBeGreaterThan(20);
  });

  test('the core of a shortage is short, and without any one school but the asked it is not', () => {
    let cores = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const season = buildRandomSeason(createRandom(seed));
      for (const one of season.leaders) one.maxReviews = Math.min(1, one.maxReviews);
      const empty = createDraft(compile(season));
      for (const shortage of findShortages(empty, empty.model.hosts)) {
        const s = shortage.schools[0]!;
        const core = findCore(empty, shortage, s)!;
        const isShort = (schools: number[]) =>
          findShortages(empty, schools).some(({ role }) => role === shortage.role);
        expect(core).toContain(s);
        const without = core.filter((one) => one !== s).map((one) => core.filter((each) => each !== one));
        expect([isShort(core), ...without.map(isShort)]).toEqual([true, ...without.map(() => false)]);
        cores++;
      }
    }
    expect(cores).toBeGreaterThan(20);
  });

  test('the published seasons: a cluster that cannot be served, and one that is a day short', async () => {
    const explainBest = async (name: string) =>
      explain(await readSeason(name), await readBest(name)).unplaced;
    const special = await explainBest('pub-02-infeasible-cluster-44');
    expect(special.map(({ causes }) => causes.map(({ kind }) => kind))).toEqual([
      ['eligibility'],
      ['eligibility'],
      ['composition'],
      ['eligibility'],
      ['composition'],
    ]);
    expect(special[0]!.causes[0]).toMatchObject({
      lacking: ['no-lead'],
      rules: [{ code: 'CLUSTER' }, {}, {}],
    });
    const [left] = await explainBest('pub-04-county-300');
    expect(left!.causes).toMatchObject([
      { kind: 'supply', cluster: 'A1-X1', role: 'any', shortDays: 1, smallest: { length: 12 } },
    ]);
  });
});
