import { describe, expect, test } from 'vitest';
import { buildLeader, buildSchool, buildSeason } from '../test/build-season.ts';
import { buildRandomSeason } from '../test/random-season.ts';
import { applyChange, type Change } from './changes.ts';
import type { Instance } from './instance.ts';
import { indexPairFacts, mayReview } from './pairs.ts';
import { createRandom } from './random.ts';
import { readInstance } from './read-instance.ts';

const team = ['Ash head', 'Elm head', 'Fir head'];
const pinned: Change = { kind: 'pin', school: 'Host', date: '2026-10-06', team, lead: 'Fir head' };

function apply(season: Instance, change: Change): Instance {
  const applied = applyChange(season, change);
  if ('fault' in applied) throw new Error(JSON.stringify(applied.fault));
  return applied.instance;
}

describe('a change', () => {
  const leader = (season: Instance, id: string) => season.leaders.find((one) => one.id === id)!;

  test('to a rule sets its value', () => {
    const season = apply(buildSeason(), { kind: 'relax-rule', key: 'repeatYears', value: 0 });
    expect(season.config).toEqual({ ...buildSeason().config, repeatYears: 0 });
  });

  test('adds a day of a leader and of their unit', () => {
    const season = apply(buildSeason(), { kind: 'add-day', leaderId: 'Fir head' });
    expect(season.leaders.map(({ maxReviews }) => maxReviews)).toEqual([2, 2, 3]);
    expect(season.units.map(({ maxDays }) => maxDays)).toEqual([3, 3, 3, 4, 3]);
  });

  test('opens a closed day', () => {
    const season = buildSeason();
    season.calendar.closed = ['2026-10-07', '2026-10-10'];
    const date = '2026-10-07';
    expect(apply(season, { kind: 'add-candidate-day', date }).calendar.closed).toEqual(['2026-10-10']);
  });

  test('pins a review in the place of what was planned', () => {
    const season = buildSeason();
    season.previous = [{ school: 'Host', date: '2026-10-05', team, lead: 'Ash head', status: 'draft' }];
    expect(apply(season, pinned).previous).toEqual([
      { school: 'Host', date: '2026-10-06', team, lead: 'Fir head', status: 'locked' },
    ]);
  });

  test('bars a leader from a school', () => {
    const bar = { kind: 'bar', leaderId: 'Fir head', schoolId: 'Host' } as const;
    expect(apply(buildSeason(), bar).conflicts).toEqual([{ leaderId: 'Fir head', schoolId: 'Host' }]);
  });

  test('takes a leader out and opens what was locked with them', () => {
    const season = apply(buildSeason(), pinned);
    const without = apply(season, { kind: 'drop-out', leaderId: 'Fir head' });
    expect(leader(without, 'Fir head').maxReviews).toBe(0);
    expect(without.previous.map(({ status }) => status)).toEqual(['announced']);
  });

  test('forgets the visits that exclude one leader from one school', () => {
    const season = buildSeason();
    const past = { year: 2025, host: 'Host', fromSchool: 'Fir', leaderId: 'Fir head' };
    const others = [
      { ...past, host: 'Ash' },
      { ...past, fromSchool: 'Elm' },
      { ...past, year: 2010 },
    ];
    season.history = [past, ...others];
    const change = { kind: 'allow-repeat', leaderId: 'Fir head', schoolId: 'Host' } as const;
    expect(apply(season, change).history).toEqual(others);
    expect(applyChange({ ...season, history: others.slice(0, 1) }, change)).toEqual({
      fault: { field: 'leaderId', code: 'nothing-to-do' },
    });
  });

  test('frees the dates of a school and softens a focus area', () => {
    const season = buildSeason();
    Object.assign(season.schools[0]!, { notBefore: '2026-10-07', notAfter: '2026-10-08' });
    season.schools[0]!.focus = ['send', 'maths'].map((area) => ({ area, required: true }));
    const freed = apply(season, { kind: 'free-dates', schoolId: 'Host' }).schools[0];
    expect(freed).toMatchObject({ notBefore: null, notAfter: null });
    const soft = apply(season, { kind: 'soften-focus', schoolId: 'Host', area: 'send' }).schools[0];
    expect(soft!.focus.map(({ required }) => required)).toEqual([false, true]);
  });
});

const pinOf = (own: object) => ({ ...pinned, ...own }) as Change;
const faults: [why: string, change: Change, field: string, code: string][] = [
  ['a leader who is not', { kind: 'add-day', leaderId: 'X' }, 'leaderId', 'unknown'],
  ['a school that is not', { kind: 'free-dates', schoolId: 'X' }, 'schoolId', 'unknown'],
  ['a rule that is not', { kind: 'relax-rule', key: 'toString', value: 1 } as never, 'key', 'unknown'],
  ['weights are no rule', { kind: 'relax-rule', key: 'weights', value: {} } as never, 'key', 'unknown'],
  [
    'a value of another kind',
    { kind: 'relax-rule', key: 'minHeads', value: 'x' } as never,
    'value',
    'no-value',
  ],
  ['more heads than seats', { kind: 'relax-rule', key: 'minHeads', value: 4 }, 'value', 'no-value'],
  ['no date', { kind: 'add-candidate-day', date: 'soon' }, 'date', 'no-value'],
  ['an impossible date', { kind: 'add-candidate-day', date: '2026-02-31' }, 'date', 'no-value'],
  ['a day that is open', { kind: 'add-candidate-day', date: '2026-10-06' }, 'date', 'not-closed'],
  ['a Saturday', { kind: 'add-candidate-day', date: '2026-10-10' }, 'date', 'no-term-day'],
  ['a pin of no school', pinOf({ school: 'X' }), 'school', 'unknown'],
  ['a pin that receives nothing', pinOf({ school: 'Ash' }), 'school', 'not-receiving'],
  ['a pin on no date', pinOf({ date: '' }), 'date', 'no-value'],
  ['a pin on a Saturday', pinOf({ date: '2026-10-10' }), 'date', 'no-term-day'],
  ['a pin of two', pinOf({ team: team.slice(1) }), 'team', 'no-value'],
  ['a pin of strangers', pinOf({ team: ['X', ...team.slice(1)] }), 'team', 'unknown'],
  ['a pin of one twice', pinOf({ team: ['Fir head', 'Fir head', 'Ash head'] }), 'team', 'twice'],
  ['a lead from outside', pinOf({ lead: 'Guest head' }), 'lead', 'not-in-team'],
  ['DOUBLE with a lock', pinOf({ date: '2026-10-08' }), 'team', 'DOUBLE'],
  ['a bar against a lock', { kind: 'bar', leaderId: 'Fir head', schoolId: 'Guest' }, 'schoolId', 'locked'],
  ['dates that are free', { kind: 'free-dates', schoolId: 'Host' }, 'schoolId', 'nothing-to-do'],
  ['an area not asked for', { kind: 'soften-focus', schoolId: 'Host', area: 'x' }, 'area', 'nothing-to-do'],
  ['a school of no group', { kind: 'allow-group', schoolId: 'Host' }, 'schoolId', 'nothing-to-do'],
  ['a cluster of all', { kind: 'allow-cluster', schoolId: 'Host' }, 'schoolId', 'nothing-to-do'],
];

test.each(faults)('%s is refused by field and code', (_, change, field, code) => {
  const season = buildSeason();
  season.calendar.closed = ['2026-10-10'];
  season.schools.push(buildSchool('Guest', { receives: true }));
  season.previous = [{ school: 'Guest', date: '2026-10-08', team, lead: 'Fir head', status: 'locked' }];
  expect(applyChange(season, change)).toEqual({ fault: { field, code } });
});

/** Guest is locked to Tuesday with Bay, May and Ivy; Host is pinned to Tuesday with the heads of Ash, Elm and Fir. */
const clashes: [code: string, change: (season: Instance) => unknown][] = [
  ['none', () => {}],
  [
    'RECIP',
    (s) => {
      s.leaders.find(({ id }) => id === 'Bay')!.schoolIds = ['Host'];
      s.leaders.find(({ id }) => id === 'Fir head')!.schoolIds = ['Guest'];
      s.config.hostHeadHome = false;
    },
  ],
  ['OUT', (s) => (s.leaders.find(({ id }) => id === 'Bay')!.schoolIds = ['Fir'])],
  ['HOSTHEAD', (s) => (s.leaders.find(({ id }) => id === 'Bay')!.schoolIds = ['Host'])],
  ['HOSTHEAD', (s) => (s.leaders.find(({ id }) => id === 'Fir head')!.schoolIds = ['Guest'])],
  ['CAP', (s) => (s.leaders.find(({ id }) => id === 'Fir head')!.maxReviews = 0)],
  ['CAP', (s) => (s.units.find(({ id }) => id === 'Fir')!.maxDays = 0)],
];

test.each(clashes)('a pin beside another lock: %s', (code, change) => {
  const season = buildSeason();
  const others = ['Bay', 'May', 'Ivy'];
  season.schools.push(buildSchool('Guest', { receives: true }), ...others.map((id) => buildSchool(id)));
  season.leaders.push(...others.map((id) => buildLeader(id, id, { unitId: 'Guest' })));
  season.previous = [{ school: 'Guest', date: '2026-10-06', team: others, lead: 'Bay', status: 'locked' }];
  change(season);
  const applied = applyChange(season, pinned);
  expect('fault' in applied ? applied.fault : 'none').toEqual(
    code === 'none' ? code : { field: 'team', code },
  );
});

/** One change of every kind, where the season has something to change. */
function listChanges(season: Instance): Change[] {
  const [host, other] = season.schools;
  const [one] = season.leaders;
  const ids = { leaderId: one!.id, schoolId: other!.id };
  return [
    { kind: 'relax-rule', key: 'sameArea', value: false },
    { kind: 'add-day', leaderId: one!.id },
    { kind: 'add-candidate-day', date: '2026-10-07' },
    { kind: 'bar', ...ids },
    { kind: 'drop-out', leaderId: one!.id },
    ...season.history.map(
      (past): Change => ({ kind: 'allow-repeat', leaderId: past.leaderId, schoolId: past.host }),
    ),
    ...season.schools.flatMap(({ id }): Change[] => [
      { kind: 'allow-cluster', schoolId: id },
      { kind: 'allow-group', schoolId: id },
      { kind: 'free-dates', schoolId: id },
      { kind: 'soften-focus', schoolId: id, area: 'send' },
    ]),
    {
      kind: 'pin',
      school: host!.id,
      date: '2026-10-05',
      team: season.leaders.slice(2, 2 + season.config.teamSize).map(({ id }) => id),
      lead: season.leaders[2]!.id,
    },
  ];
}

test('no change touches the season it is made to, and every changed season can be read', () => {
  const done = new Set<string>();
  for (let seed = 1; seed <= 25; seed++) {
    const season = buildRandomSeason(createRandom(seed));
    season.calendar.closed = ['2026-10-07'];
    season.config.crossCluster = { primary: 'forbid', secondary: 'forbid' };
    const before = structuredClone(season);
    for (const change of listChanges(season)) {
      const applied = applyChange(season, change);
      expect(season).toEqual(before);
      if ('fault' in applied) continue;
      done.add(change.kind);
      expect(readInstance({ format: 'psr-schedule/1', ...applied.instance })).not.toHaveProperty('faults');
    }
  }
  expect([...done].sort()).toEqual(
    [...new Set(listChanges(buildRandomSeason(createRandom(1))).map(({ kind }) => kind))].sort(),
  );
});

test('leave given to one school lets people into that school and into no other', () => {
  let admitted = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const season = buildRandomSeason(createRandom(seed));
    season.config.crossCluster = { primary: 'forbid', secondary: 'forbid' };
    const was = listPairs(season);
    for (const { id } of season.schools) {
      for (const kind of ['allow-cluster', 'allow-group'] as const) {
        const applied = applyChange(season, { kind, schoolId: id });
        if ('fault' in applied) continue;
        const is = listPairs(applied.instance);
        const gained = [...is].filter((pair) => !was.has(pair));
        const lost = [...was].filter((pair) => !is.has(pair));
        expect(gained.filter((pair) => !pair.endsWith(`|${id}`))).toEqual([]);
        expect(lost).toEqual([]);
        admitted += gained.length;
      }
    }
  }
  expect(admitted).toBeGreaterThan(50);
});

function listPairs(season: Instance): Set<string> {
  const facts = indexPairFacts(season);
  return new Set(
    season.leaders.flatMap((leader) =>
      season.schools.flatMap((school) =>
        mayReview(facts, leader, school) ? [`${leader.id}|${school.id}`] : [],
      ),
    ),
  );
}
