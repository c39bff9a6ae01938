import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedSchool, compareInputs, scaleOf } from './compare.ts';
import { describeCluster, findCrowd, meanDifference } from './describe-clusters.ts';
import { similarityInputs } from './inputs.ts';
import { nameClusters, refusePlacement } from './name-clusters.ts';
import { isTooNear } from './pair-costs.ts';
import { proposeClusters } from './propose-clusters.ts';
import type { SimilaritySettings } from './settings.ts';

const anInput = fc.record({
  pupils: fc.option(fc.integer({ min: 100, max: 2000 })),
  fsmPercent: fc.option(fc.integer({ min: 0, max: 60 })),
  sixthForm: fc.option(fc.boolean()),
  selective: fc.option(fc.boolean()),
  rurality: fc.option(fc.constantFrom('urban', 'rural-town', 'rural-village')),
});
const metres = fc.integer({ min: 0, max: 12_000 });
const somewhere = fc.option(fc.record({ easting: metres, northing: metres }), { freq: 8 });
const someSchools = (least: number, most: number) =>
  fc
    .array(fc.record({ inputs: anInput, at: somewhere }), { minLength: least, maxLength: most })
    .map((list) => list.map((one, i): ComparedSchool => ({ ...one, id: `s${i}`, name: `School ${i}` })));
const someWeights = fc
  .record(
    Object.fromEntries(similarityInputs.map((input) => [input, fc.integer({ min: 0, max: 5 })])) as Record<
      (typeof similarityInputs)[number],
      fc.Arbitrary<number>
    >,
  )
  .filter((weights) => Object.values(weights).some((weight) => weight > 0));
const someSettings = (mostClusters: number): fc.Arbitrary<SimilaritySettings> =>
  fc.record({
    weights: someWeights,
    barKm: fc.integer({ min: 0, max: 8 }),
    clusters: fc.integer({ min: 1, max: mostClusters }),
  });

/** Pairs nearer than the bar, and the sum of differences, of one way to part the schools. */
function judge(
  schools: readonly ComparedSchool[],
  groups: readonly (readonly string[])[],
  settings: SimilaritySettings,
) {
  const scale = scaleOf(schools);
  const of = new Map(schools.map((school) => [school.id, school]));
  let [broken, difference] = [0, 0];
  for (const ids of groups) {
    const members = ids.flatMap((id) => of.get(id) ?? []);
    members.forEach((a, i) => {
      for (const b of members.slice(0, i)) {
        if (isTooNear(a, b, settings.barKm)) broken += 1;
        difference += compareInputs(a.inputs, b.inputs, settings.weights, scale).difference;
      }
    });
  }
  return { broken, difference };
}

/** Every way to part the schools into level groups, the slow and certain way. */
function* everyWay(ids: readonly string[], groups: number): Generator<string[][]> {
  const most = Math.ceil(ids.length / groups);
  const least = Math.floor(ids.length / groups);
  function* place(at: number, seats: string[][]): Generator<string[][]> {
    const id = ids[at];
    if (id === undefined) {
      if (seats.every((seat) => seat.length >= least)) yield seats;
      return;
    }
    for (const [group, seat] of seats.entries())
      if (seat.length < most)
        yield* place(
          at + 1,
          seats.map((one, i) => (i === group ? [...one, id] : one)),
        );
  }
  yield* place(
    0,
    Array.from({ length: groups }, () => []),
  );
}

describe('a proposal', () => {
  test('breaks no more pairs than it must, and is then as alike as can be: what trying every way finds', () => {
    fc.assert(
      fc.property(someSchools(2, 8), someSettings(4), (schools, wished) => {
        const settings = { ...wished, clusters: Math.min(wished.clusters, schools.length) };
        const found = judge(schools, proposeClusters(schools, settings), settings);
        const ways = [
          ...everyWay(
            schools.map(({ id }) => id),
            settings.clusters,
          ),
        ].map((way) => judge(schools, way, settings));
        const broken = Math.min(...ways.map((way) => way.broken));
        const difference = Math.min(
          ...ways.filter((way) => way.broken === broken).map((way) => way.difference),
        );
        expect(found.broken).toBe(broken);
        expect(found.difference).toBeCloseTo(difference, 6);
      }),
      { numRuns: 60 },
    );
  });

  test('holds every school once, in clusters whose sizes differ by at most one', () => {
    fc.assert(
      fc.property(someSchools(2, 60), someSettings(9), (schools, wished) => {
        const settings = { ...wished, clusters: Math.min(wished.clusters, schools.length) };
        const groups = proposeClusters(schools, settings);
        expect(groups.flat().toSorted()).toEqual(schools.map(({ id }) => id).toSorted());
        const sizes = groups.map((group) => group.length);
        expect(groups).toHaveLength(settings.clusters);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });

  test('is the same whatever order the schools come in', () => {
    fc.assert(
      fc.property(someSchools(2, 20), someSettings(2), (schools, settings) => {
        expect(proposeClusters(schools.toReversed(), settings)).toEqual(proposeClusters(schools, settings));
      }),
      { numRuns: 25 },
    );
  });

  test('of 390 schools, the most there may be, is made in seconds, keeps every near pair apart and halves the difference of clusters made blindly', () => {
    const schools = Array.from(
      { length: 390 },
      (_, i): ComparedSchool => ({
        id: `s${i}`,
        name: `School ${i}`,
        inputs: {
          pupils: 400 + ((i * 37) % 1200),
          fsmPercent: (i * 13) % 50,
          sixthForm: i % 3 === 0,
          selective: i % 11 === 0,
          rurality: i % 5 === 0 ? 'rural-town' : 'urban',
        },
        at: { easting: ((i * 7919) % 1000) * 100, northing: ((i * 104_729) % 1000) * 100 },
      }),
    );
    const settings = {
      weights: { pupils: 3, fsmPercent: 4, sixthForm: 2, selective: 5, rurality: 2 },
      barKm: 5,
      clusters: 30,
    };
    // This process's own time: how busy the machine is besides says nothing of the proposal.
    const began = process.cpuUsage();
    const groups = proposeClusters(schools, settings);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(5000);
    const near = judge(schools, [schools.map(({ id }) => id)], settings).broken;
    expect(near).toBeGreaterThan(100);
    const found = judge(schools, groups, settings);
    const blind = judge(
      schools,
      groups.map((_, g) => schools.filter((_, i) => i % 30 === g).map(({ id }) => id)),
      settings,
    );
    expect(found.broken).toBe(0);
    expect(found.difference).toBeLessThan(blind.difference / 2);
  });
});

test('raising the weight of an input never draws together two schools that differ more on it than on the whole', () => {
  fc.assert(
    fc.property(
      someSchools(2, 6),
      someWeights,
      fc.constantFrom(...similarityInputs),
      fc.integer({ min: 1, max: 5 }),
      (schools, weights, input, more) => {
        const scale = scaleOf(schools);
        const [a, b] = schools;
        if (!a || !b) return;
        const before = compareInputs(a.inputs, b.inputs, weights, scale);
        const after = compareInputs(
          a.inputs,
          b.inputs,
          { ...weights, [input]: weights[input] + more },
          scale,
        );
        const on = before.parts.find((part) => part.input === input)?.difference ?? 0;
        if (on >= before.difference)
          expect(after.difference).toBeGreaterThanOrEqual(before.difference - 1e-12);
        else expect(after.difference).toBeLessThanOrEqual(before.difference + 1e-12);
      },
    ),
  );
});

describe('what is said of clusters', () => {
  const inputs = {
    pupils: 900,
    fsmPercent: 20,
    sixthForm: true,
    selective: false,
    rurality: 'urban' as const,
  };
  const at = (id: string, easting: number, change = {}): ComparedSchool => ({
    id,
    name: id,
    inputs: { ...inputs, ...change },
    at: { easting, northing: 0 },
  });
  const settings = {
    weights: { pupils: 0, fsmPercent: 0, sixthForm: 1, selective: 0, rurality: 0 },
    barKm: 5,
  };
  const schools = [at('a', 0), at('b', 3000), at('c', 4000, { sixthForm: false }), at('d', 30_000)];

  test('names its nearest pair, and every pair that breaks the bar, nearest first', () => {
    const { difference, nearest, broken } = describeCluster(schools, settings, scaleOf(schools));
    expect(difference).toBeCloseTo(3 / 6);
    expect([nearest?.a.id, nearest?.b.id, nearest?.km]).toEqual(['b', 'c', 1]);
    expect(broken.map(({ a, b, km }) => [a.id, b.id, km])).toEqual([
      ['b', 'c', 1],
      ['a', 'b', 3],
      ['a', 'c', 4],
    ]);
  });

  test('a school without a place breaks no bar, since nobody can say so', () => {
    const nowhere = { ...at('n', 0), at: null };
    expect(describeCluster([nowhere, ...schools.slice(0, 1)], settings, scaleOf(schools))).toMatchObject({
      nearest: null,
      broken: [],
    });
  });

  test('the mean is over pairs, not over clusters', () => {
    expect(meanDifference([schools.slice(0, 3), schools.slice(3)], settings.weights, schools)).toBeCloseTo(
      2 / 3,
    );
    expect(meanDifference([[], schools.slice(3)], settings.weights, schools)).toBeNull();
  });

  test('a crowd of more schools than clusters is why the bar cannot be kept', () => {
    expect(
      findCrowd(schools, 5)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['a', 'b', 'c']);
    fc.assert(
      fc.property(someSchools(2, 9), someSettings(3), (list, wished) => {
        const given = { ...wished, clusters: Math.min(wished.clusters, list.length) };
        const crowd = findCrowd(list, given.barKm);
        for (const [i, one] of crowd.entries())
          for (const other of crowd.slice(0, i)) expect(isTooNear(one, other, given.barKm)).toBe(true);
        if (crowd.length > given.clusters)
          expect(judge(list, proposeClusters(list, given), given).broken).toBeGreaterThan(0);
      }),
    );
  });
});

describe('proposed clusters', () => {
  test('keep the name of the present cluster that they share most with; a new one gets a free letter', () => {
    const present = [
      { name: 'Secondary A', schoolIds: ['1', '2', '3'] },
      { name: 'Northern', schoolIds: ['4', '5'] },
    ];
    expect(
      nameClusters(
        [
          ['4', '1'],
          ['2', '3'],
          ['5', '6'],
        ],
        present,
      ),
    ).toEqual([
      { name: 'Northern', schoolIds: ['4', '1'] },
      { name: 'Secondary A', schoolIds: ['2', '3'] },
      { name: 'Secondary B', schoolIds: ['5', '6'] },
    ]);
  });

  test.each([
    [
      'every school once',
      [
        { name: 'A', schoolIds: ['1'] },
        { name: 'B', schoolIds: ['2'] },
      ],
      null,
    ],
    ['a school left out', [{ name: 'A', schoolIds: ['1'] }], 'school-missing'],
    [
      'a school in two',
      [
        { name: 'A', schoolIds: ['1'] },
        { name: 'B', schoolIds: ['1', '2'] },
      ],
      'school-twice',
    ],
    ['a school that is not compared', [{ name: 'A', schoolIds: ['1', '2', '9'] }], 'school-unknown'],
    [
      'two of one name',
      [
        { name: 'A', schoolIds: ['1'] },
        { name: ' a', schoolIds: ['2'] },
      ],
      'name-twice',
    ],
    [
      'an empty one',
      [
        { name: 'A', schoolIds: ['1', '2'] },
        { name: 'B', schoolIds: [] },
      ],
      'empty-cluster',
    ],
  ])('with %s', (_, clusters, refusal) => {
    expect(refusePlacement(clusters, ['1', '2'])).toBe(refusal);
  });
});
