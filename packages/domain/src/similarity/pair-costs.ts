import { type ComparedSchool, compareInputs, kilometresBetween, scaleOf } from './compare.ts';
import type { SimilaritySettings } from './settings.ts';

/** What it costs to put two of `size` things together: a symmetric matrix, row by row. */
export type PairCosts = { size: number; costs: Float64Array };

/**
 * The difference of each pair of schools, and for a pair nearer than the bar more than all differences together: the
 * least sum breaks the fewest pairs first, and is the most alike second.
 */
export function costPairs(schools: readonly ComparedSchool[], settings: SimilaritySettings): PairCosts {
  const size = schools.length;
  const costs = new Float64Array(size * size);
  const scale = scaleOf(schools);
  const broken = size * size;
  schools.forEach((a, i) => {
    for (const [j, b] of schools.slice(0, i).entries()) {
      const { difference } = compareInputs(a.inputs, b.inputs, settings.weights, scale);
      const cost = difference + (isTooNear(a, b, settings.barKm) ? broken : 0);
      costs[i * size + j] = cost;
      costs[j * size + i] = cost;
    }
  });
  return { size, costs };
}

/** Whether two schools stand nearer than the bar. Where a place is not known, nobody can say so. */
export function isTooNear(a: ComparedSchool, b: ComparedSchool, barKm: number): boolean {
  const km = kilometresBetween(a, b);
  return km !== null && km < barKm;
}
