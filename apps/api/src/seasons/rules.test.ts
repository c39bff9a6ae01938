import {
  crossings,
  importances,
  leaves,
  mostCompetitorKm,
  mostRepeatYears,
  repeatLevels,
  type SeasonRules,
  usualRules,
} from '@lateral/domain/seasons/rules';
import type { Config, Weights } from '@lateral/planner/instance';
import { readInstance } from '@lateral/planner/read-instance';
import { describe, expect, test } from 'vitest';
import { buildInstance } from './build-instance.ts';
import type { SeasonFacts } from './facts-queries.ts';
import { configOf } from './rules.ts';

/** The rules for every partnership before they became settings, as they stood in the code. */
const constant: Config = {
  teamSize: 3,
  minHeads: 1,
  maxPerHomeSchool: 1,
  excludeSameGroup: true,
  competitorKm: 5,
  competitorPhases: ['secondary'],
  reciprocal: 'forbid',
  repeatYears: 2,
  repeatLevel: 'school',
  crossCluster: { primary: 'penalise', secondary: 'penalise', special: 'forbid' },
  crossPhase: {},
  sameArea: true,
  hostHeadHome: true,
  focusHard: true,
  weights: {
    travel: 1,
    longTrip: 2,
    longTripFrom: 200,
    crossCluster: 300,
    phaseMismatch: 150,
    dissimilarity: 4,
    load: 60,
    early: 20,
    prefMiss: 80,
    avoid: 80,
    leaderAvoid: 40,
    focusMiss: 150,
    spread: 60,
    changeDate: { announced: 1500, draft: 100 },
    changeMember: { announced: 800, draft: 50 },
  },
};
const crossing = (phase: string, value: 'forbid' | 'penalise') => ({
  crossCluster: { ...constant.crossCluster, [phase]: value },
});
const weights = (some: Partial<Weights>) => ({ weights: { ...constant.weights, ...some } });

const school = (id: string, n: number) => ({
  ...{ id, name: id, phases: ['secondary' as const], easting: 390_000, northing: 220_000 + n, pupils: 900 },
  ...{ trust: null, federation: null, span: { from: '2026-09-01', to: null } },
  facts: { fsmPercent: null, sixthForm: null, admissionsPolicy: null, urbanRural: null },
});
const leader = (personId: string, schoolId: string) => ({
  ...{ personId, name: personId, schoolId, role: 'headteacher', canLead: true, trainedOn: '2026-06-01' },
});
/** As many facts as an instance is built from. */
const factsWith = (rules: SeasonRules) =>
  ({
    season: { year: 2026, windowStart: '2026-09-21', windowEnd: '2026-12-18' },
    rules,
    visits: [{ year: 2025, schoolId: 'b', personId: 'ada' }],
    ...{ offers: null, sums: [], clusters: [], assignments: [] },
    ...{ closed: [], schoolDays: [], leaderDays: [] },
    members: [school('a', 0), school('b', 9000)],
    leaders: [leader('ada', 'a'), leader('ben', 'b')],
    terms: [{ name: 'Autumn', start: '2026-09-01', end: '2026-12-18' }],
  }) as unknown as SeasonFacts;

describe('the rules that people set', () => {
  test('are to the letter those of before while nobody has set any', () => {
    expect(configOf(usualRules)).toEqual(constant);
    expect(buildInstance(factsWith(usualRules)).leaders.map(({ weekdays }) => weekdays)).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ]);
  });

  test.each<[string, Partial<SeasonRules>, Partial<Config>]>([
    ['reviews both ways', { reciprocal: 'allow' }, { reciprocal: 'allow' }],
    ['reviews within a trust', { sameGroup: 'allow' }, { excludeSameGroup: false }],
    ['another distance', { competitorKm: 0 }, { competitorKm: 0 }],
    ['another number of years', { repeatYears: 5 }, { repeatYears: 5 }],
    ['who may not come back', { repeatLevel: 'person' }, { repeatLevel: 'person' }],
    ['primary schools in clusters', { crossPrimary: 'forbid' }, crossing('primary', 'forbid')],
    ['secondary schools in clusters', { crossSecondary: 'forbid' }, crossing('secondary', 'forbid')],
    ['special schools in clusters', { crossSpecial: 'penalise' }, crossing('special', 'penalise')],
    ['little travel', { travel: 'little' }, weights({ travel: 1, longTrip: 0 })],
    ['much travel', { travel: 'much' }, weights({ travel: 2, longTrip: 4 })],
    ['little spread', { spread: 'little' }, weights({ spread: 30 })],
    ['much spread', { spread: 'much' }, weights({ spread: 120 })],
    ['little load', { load: 'little' }, weights({ load: 30 })],
    ['much load', { load: 'much' }, weights({ load: 120 })],
    ['little expertise', { expertise: 'little' }, weights({ focusMiss: 75 })],
    ['much expertise', { expertise: 'much' }, weights({ focusMiss: 300 })],
    ['the days of the week', { weekdays: [2, 3] }, {}],
  ])('change %s, and nothing else of what the planner is told', (_, some, expected) => {
    expect(configOf({ ...usualRules, ...some })).toEqual({ ...constant, ...expected });
  });

  test('keep reviews to the days of the week', () => {
    const { leaders } = buildInstance(factsWith({ ...usualRules, weekdays: [2, 3] }));
    expect(leaders.map(({ weekdays }) => weekdays)).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });

  test('come with who went where before: for each school that they lead today, and for nobody unknown', () => {
    const facts = factsWith(usualRules);
    const visits = [
      ...facts.visits,
      { year: 2024, schoolId: 'b', personId: 'gone' },
      { year: 2024, schoolId: 'closed', personId: 'ada' },
    ];
    const leaders = [
      ...facts.leaders,
      ...facts.leaders.slice(0, 1).map((one) => ({ ...one, schoolId: 'c' })),
    ];
    const members = [...facts.members, ...facts.members.slice(0, 1).map((one) => ({ ...one, id: 'c' }))];
    expect(buildInstance({ ...facts, visits, leaders, members }).history).toEqual([
      { year: 2025, host: 'b', fromSchool: 'a', leaderId: 'ada' },
      { year: 2025, host: 'b', fromSchool: 'c', leaderId: 'ada' },
    ]);
  });

  test('make an instance that the planner takes, however they are put together', () => {
    const choices: { [K in keyof SeasonRules]: readonly SeasonRules[K][] } = {
      ...{ reciprocal: leaves, sameGroup: leaves, repeatLevel: repeatLevels },
      competitorKm: Array.from({ length: mostCompetitorKm + 1 }, (_, km) => km),
      repeatYears: Array.from({ length: mostRepeatYears + 1 }, (_, years) => years),
      weekdays: Array.from({ length: 31 }, (_, i) =>
        [1, 2, 3, 4, 5].filter((day) => ((i + 1) >> (day - 1)) & 1),
      ),
      ...{ crossPrimary: crossings, crossSecondary: crossings, crossSpecial: crossings },
      ...{ travel: importances, spread: importances, load: importances, expertise: importances },
    };
    // The generator of Numerical Recipes: the same two thousand each time.
    let state = 1;
    const below = (count: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * count);
    };
    for (let i = 0; i < 2000; i++) {
      const rules = Object.fromEntries(
        Object.entries(choices).map(([field, all]) => [field, all[below(all.length)]]),
      ) as SeasonRules;
      const read = readInstance({ format: 'psr-schedule/1', ...buildInstance(factsWith(rules)) });
      expect('faults' in read ? { rules, faults: read.faults } : null).toBeNull();
    }
  });
});
