import { dayNumber, listCandidateDays } from './calendar.ts';
import type { Instance } from './instance.ts';

/** Reviewer-days: what the reviews need, what trained leaders can give, and how many are short. */
export interface Supply {
  needed: number;
  available: number;
  short: number;
}

/**
 * Reviewer-days of a season. A leader counts if trained before the last candidate day, up to their own `maxReviews` and
 * their unit's `maxDays`; a unit's days go to its leaders in order, each under the main cluster of the first home.
 */
export function supply(instance: Instance): Supply & { clusters: ({ clusterId: string } & Supply)[] } {
  const { schools, leaders, units, config, calendar } = instance;
  const mainCluster = new Map(schools.map(({ id, clusterIds }) => [id, clusterIds[0] ?? '']));
  const needed = new Map<string, number>();
  for (const { clusterIds, receives } of schools) {
    const cluster = clusterIds[0] ?? '';
    needed.set(cluster, (needed.get(cluster) ?? 0) + (receives ? config.teamSize : 0));
  }
  const lastDay = listCandidateDays(calendar).days.at(-1) ?? -Infinity;
  const left = new Map(units.map(({ id, maxDays }) => [id, maxDays]));
  const available = new Map<string, number>();
  for (const { trainedOn, maxReviews, unitId, schoolIds } of leaders) {
    if (trainedOn === null || dayNumber(trainedOn) >= lastDay) continue;
    const days = Math.min(maxReviews, left.get(unitId) ?? 0);
    const cluster = mainCluster.get(schoolIds[0] ?? '') ?? '';
    left.set(unitId, (left.get(unitId) ?? 0) - days);
    available.set(cluster, (available.get(cluster) ?? 0) + days);
  }
  const clusters = [...needed].map(([clusterId, days]) => ({
    clusterId,
    ...weigh(days, available.get(clusterId) ?? 0),
  }));
  const sum = (key: 'needed' | 'available') => clusters.reduce((total, cluster) => total + cluster[key], 0);
  return { ...weigh(sum('needed'), sum('available')), clusters };
}

function weigh(needed: number, available: number): Supply {
  return { needed, available, short: Math.max(0, needed - available) };
}
