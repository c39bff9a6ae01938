import { describe, expect, test } from 'vitest';
import { type ComparedSchool, compareInputs, kilometresBetween, scaleOf } from './compare.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { rankNeighbours } from './rank-neighbours.ts';
import { refuseProposal, suggestClusters, usualBarKm, usualWeights } from './settings.ts';

const plain: Inputs = { pupils: 900, fsmPercent: 20, sixthForm: true, selective: false, rurality: 'urban' };
const scale = { pupils: 1000, fsmPercent: 40 };
const school = (id: string, change: Partial<Inputs> = {}, at: ComparedSchool['at'] = null) => ({
  id,
  name: `School ${id}`,
  inputs: { ...plain, ...change },
  at,
});

describe('what the register says of a school', () => {
  test.each([
    ['Selective', true],
    ['Selective (grammar)', true],
    ['Non-selective', false],
    ['Comprehensive (secondary)', false],
    ['Not applicable', null],
    [null, null],
  ])('admissions “%s” means selective: %s', (admissionsPolicy, selective) => {
    const facts = { pupils: null, fsmPercent: null, sixthForm: null, urbanRural: null, admissionsPolicy };
    expect(readInputs(facts).selective).toBe(selective);
  });

  test.each([
    ['Urban: Nearer to a major town or city', 'urban'],
    ['Urban: Further from a major town or city', 'urban'],
    ['Larger rural: Further from a major town or city', 'rural-town'],
    ['Smaller rural: Nearer to a major town or city', 'rural-village'],
    ['Urban city and town', 'urban'],
    ['(England/Wales) Urban major conurbation', 'urban'],
    ['Rural town and fringe in a sparse setting', 'rural-town'],
    ['Rural village', 'rural-village'],
    ['Rural hamlet and isolated dwellings', 'rural-village'],
    ['(pseudo) Channel Islands/Isle of Man', null],
    [null, null],
  ])('“%s” is %s', (urbanRural, rurality) => {
    const facts = { pupils: null, fsmPercent: null, sixthForm: null, admissionsPolicy: null, urbanRural };
    expect(readInputs(facts).rurality).toBe(rurality);
  });
});

describe('how different two schools are', () => {
  const weights = { pupils: 1, fsmPercent: 1, sixthForm: 1, selective: 1, rurality: 1 };
  const whole = (a: Partial<Inputs>, b: Partial<Inputs>) =>
    compareInputs({ ...plain, ...a }, { ...plain, ...b }, weights, scale).difference;

  test.each([
    ['alike in everything', {}, {}, 0],
    ['half the scale apart in size', { pupils: 400 }, { pupils: 900 }, 0.5 / 5],
    [
      'further apart in size than the scale: wholly different, and no more',
      { pupils: 10 },
      { pupils: 5000 },
      1 / 5,
    ],
    ['ten points of free school meals apart', { fsmPercent: 10 }, { fsmPercent: 20 }, 0.25 / 5],
    ['one with a sixth form and one without', { sixthForm: true }, { sixthForm: false }, 1 / 5],
    ['a grammar school and another', { selective: true }, { selective: false }, 1 / 5],
    ['a town and a country town', { rurality: 'urban' }, { rurality: 'rural-town' }, 0.5 / 5],
    ['a town and a village', { rurality: 'urban' }, { rurality: 'rural-village' }, 1 / 5],
    ['of a size that is not known: half-way', { pupils: null }, { pupils: 900 }, 0.5 / 5],
    [
      'both of a size that is not known: half-way too, since it may be anything',
      { pupils: null },
      { pupils: null },
      0.5 / 5,
    ],
  ] as const)('%s', (_, a, b, difference) => {
    expect(whole(a, b)).toBeCloseTo(difference, 10);
    expect(whole(b, a)).toBe(whole(a, b));
  });

  test('is the sum of what each input adds, by its weight', () => {
    const { difference, parts } = compareInputs(
      plain,
      { ...plain, pupils: 400, selective: null },
      { pupils: 3, fsmPercent: 4, sixthForm: 2, selective: 5, rurality: 0 },
      scale,
    );
    expect(parts.map(({ input, adds, isKnown }) => [input, Number(adds.toFixed(4)), isKnown])).toEqual([
      ['pupils', 0.1071, true],
      ['fsmPercent', 0, true],
      ['sixthForm', 0, true],
      ['selective', 0.1786, false],
      ['rurality', 0, true],
    ]);
    expect(difference).toBeCloseTo(0.2857, 4);
  });

  test('is on a scale that one very large school does not stretch', () => {
    const sizes = [500, 600, 700, 800, 900, 1000, 1100, 1200, 1300, 1400, 9000];
    expect(scaleOf(sizes.map((pupils) => school('x', { pupils }))).pupils).toBe(800);
    expect(scaleOf([]).pupils).toBe(0);
  });

  test('is nothing between equals where all are alike, and whole for the odd one', () => {
    const same = { pupils: 0, fsmPercent: 0 };
    expect(compareInputs(plain, plain, weights, same).difference).toBe(0);
    expect(compareInputs(plain, { ...plain, pupils: 901 }, weights, same).parts[0]?.difference).toBe(1);
  });
});

test('distance is in kilometres as the crow flies, and not known without a place', () => {
  const a = school('a', {}, { easting: 390_000, northing: 210_000 });
  const b = school('b', {}, { easting: 393_000, northing: 214_000 });
  expect(kilometresBetween(a, b)).toBe(5);
  expect(kilometresBetween(a, school('c'))).toBeNull();
});

test('neighbours are ranked most alike first, equals by name, without the school itself', () => {
  const subject = school('s');
  const others = [
    school('far', { selective: true }),
    school('b'),
    school('a'),
    school('near', { pupils: 910 }),
  ];
  const ranked = rankNeighbours(subject, [subject, ...others], usualWeights);
  expect(ranked.map(({ school: { id } }) => id)).toEqual(['a', 'b', 'near', 'far']);
});

describe('clusters can be proposed', () => {
  const settings = { weights: usualWeights, barKm: usualBarKm, clusters: 3 };
  test.each([
    ['with a weight on something', settings, 39, null],
    [
      'not with no weight at all',
      { ...settings, weights: { pupils: 0, fsmPercent: 0, sixthForm: 0, selective: 0, rurality: 0 } },
      39,
      'no-weight',
    ],
    ['not of one school', { ...settings, clusters: 1 }, 1, 'too-few-schools'],
    ['not of more schools than can be compared at once', settings, 401, 'too-many-schools'],
    [
      'not in more clusters than there are schools',
      { ...settings, clusters: 40 },
      39,
      'more-clusters-than-schools',
    ],
  ] as const)('%s', (_, given, schools, refusal) => {
    expect(refuseProposal(given, schools)).toBe(refusal);
  });

  test('of about thirteen schools each, at first', () => {
    expect([1, 13, 39, 44, 130].map(suggestClusters)).toEqual([1, 1, 3, 3, 10]);
  });
});
