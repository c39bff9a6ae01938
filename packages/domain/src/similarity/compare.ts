import { type Inputs, type Rurality, ruralities, type SimilarityInput, similarityInputs } from './inputs.ts';
import type { Weights } from './settings.ts';

/** A school as it is compared: `at` is its place in metres of the National Grid, null when not published. */
export type ComparedSchool = {
  id: string;
  name: string;
  inputs: Inputs;
  at: { easting: number; northing: number } | null;
};

/** What counts as wholly different on each number: the distance from the tenth to the ninetieth of every hundred. */
export type Scale = { pupils: number; fsmPercent: number };

/** What an input adds when either school's value is not known: half-way between alike and wholly different. */
export const unknownDifference = 0.5;

/** One input's share in the difference of two schools. */
export type Part = {
  input: SimilarityInput;
  /** From 0 (the same) to 1 (wholly different) on this input alone. */
  difference: number;
  /** What it adds to the whole, by its weight. The parts add up to the difference. */
  adds: number;
  isKnown: boolean;
};
export type Comparison = { difference: number; parts: Part[] };

/** The scale of a set of schools. Robust: one very large school does not make all the others look alike. */
export const scaleOf = (schools: readonly Pick<ComparedSchool, 'inputs'>[]): Scale => ({
  pupils: spread(schools.flatMap(({ inputs }) => inputs.pupils ?? [])),
  fsmPercent: spread(schools.flatMap(({ inputs }) => inputs.fsmPercent ?? [])),
});

function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)] ?? 0;
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - low);
  };
  return sorted.length === 0 ? 0 : at(0.9) - at(0.1);
}

/**
 * How different two schools are, from 0 to 1, with what each input adds to it. Needs a weight above nought.
 * @param scale of the whole set, so that any two comparisons within it can be set side by side
 */
export function compareInputs(a: Inputs, b: Inputs, weights: Weights, scale: Scale): Comparison {
  const whole = similarityInputs.reduce((sum, input) => sum + weights[input], 0);
  const parts = similarityInputs.map((input) => {
    const found = differenceOn(input, a, b, scale);
    const difference = found ?? unknownDifference;
    return { input, difference, adds: (weights[input] * difference) / whole, isKnown: found !== null };
  });
  return { difference: parts.reduce((sum, { adds }) => sum + adds, 0), parts };
}

function differenceOn(input: SimilarityInput, a: Inputs, b: Inputs, scale: Scale): number | null {
  const [one, other] = [a[input], b[input]];
  if (one === null || other === null) return null;
  if (input === 'pupils' || input === 'fsmPercent') {
    const apart = Math.abs(Number(one) - Number(other));
    return apart === 0 ? 0 : Math.min(1, apart / scale[input]);
  }
  if (input !== 'rurality') return one === other ? 0 : 1;
  const step = (rurality: Rurality | null) => (rurality ? ruralities.indexOf(rurality) : 0);
  return Math.abs(step(a.rurality) - step(b.rurality)) / (ruralities.length - 1);
}

/** Kilometres between two schools as the crow flies; null when either has no place. */
export function kilometresBetween(
  a: Pick<ComparedSchool, 'at'>,
  b: Pick<ComparedSchool, 'at'>,
): number | null {
  if (!a.at || !b.at) return null;
  return Math.hypot(a.at.easting - b.at.easting, a.at.northing - b.at.northing) / 1000;
}
