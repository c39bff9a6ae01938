import { type ComparedSchool, compareInputs, kilometresBetween, type Scale, scaleOf } from './compare.ts';
import { isTooNear } from './pair-costs.ts';
import type { SimilaritySettings } from './settings.ts';

export type NearPair = { a: ComparedSchool; b: ComparedSchool; km: number };

/** How alike the schools of a cluster are, and which stand nearest to one another. */
export type ClusterFigures = {
  /** The mean difference of its pairs, from 0 to 1; 0 for a single school. */
  difference: number;
  nearest: NearPair | null;
  /** Pairs nearer than the bar, nearest first. */
  broken: NearPair[];
};

type Compared = Pick<SimilaritySettings, 'weights' | 'barKm'>;

/** The figures of one cluster. @param scale of every school that is compared, not of this cluster alone */
export function describeCluster(
  schools: readonly ComparedSchool[],
  { weights, barKm }: Compared,
  scale: Scale,
): ClusterFigures {
  const pairs = pairsOf(schools);
  const sum = pairs.reduce(
    (sum, [a, b]) => sum + compareInputs(a.inputs, b.inputs, weights, scale).difference,
    0,
  );
  const near = pairs
    .flatMap(([a, b]): NearPair[] => {
      const km = kilometresBetween(a, b);
      return km === null ? [] : [{ a, b, km }];
    })
    .toSorted((one, other) => one.km - other.km);
  return {
    difference: pairs.length === 0 ? 0 : sum / pairs.length,
    nearest: near[0] ?? null,
    broken: near.filter(({ km }) => km < barKm),
  };
}

/** The mean difference of all pairs that share a cluster, from 0 to 1; null when no two schools do. */
export function meanDifference(
  clusters: readonly (readonly ComparedSchool[])[],
  weights: Compared['weights'],
  everyone: readonly ComparedSchool[],
): number | null {
  const scale = scaleOf(everyone);
  const pairs = clusters.flatMap(pairsOf);
  if (pairs.length === 0) return null;
  return (
    pairs.reduce((sum, [a, b]) => sum + compareInputs(a.inputs, b.inputs, weights, scale).difference, 0) /
    pairs.length
  );
}

function pairsOf(schools: readonly ComparedSchool[]): [ComparedSchool, ComparedSchool][] {
  return schools.flatMap((a, i) => schools.slice(i + 1).map((b): [ComparedSchool, ComparedSchool] => [a, b]));
}

/**
 * The largest crowd found of schools that all stand nearer to one another than the bar. With fewer clusters than
 * schools in it, some of them must share one: that is why a bar cannot be kept. Grown from each school in turn.
 */
export function findCrowd(schools: readonly ComparedSchool[], barKm: number): ComparedSchool[] {
  let largest: ComparedSchool[] = [];
  for (const first of schools) {
    const crowd = [first];
    const near = schools
      .filter((one) => one !== first && isTooNear(first, one, barKm))
      .toSorted((a, b) => (kilometresBetween(first, a) ?? 0) - (kilometresBetween(first, b) ?? 0));
    for (const one of near) if (crowd.every((other) => isTooNear(one, other, barKm))) crowd.push(one);
    if (crowd.length > largest.length) largest = crowd;
  }
  return largest;
}
