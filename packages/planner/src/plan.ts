import { createBudget, type Effort } from './budget.ts';
import type { Instance, Plan } from './instance.ts';
import { type AreaProgress, planArea } from './plan-area.ts';
import type { PlanPhase, Way } from './run-state.ts';
import type { Solver } from './solver.ts';
import { splitByArea } from './split-by-area.ts';

export type { PlanPhase } from './run-state.ts';

export interface PlanProgress {
  phase: PlanPhase;
  /** 0 to 1. */
  fraction: number;
  /** Schools with a review, schools that should have one, and the difference. */
  placed: number;
  receiving: number;
  unscheduled: number;
  /** Soft cost of the best plan so far. */
  cost: number;
  /** What no plan costs less than; null until it is known for every area. */
  bound: number | null;
  /** Areas that are planned, and all of them. */
  areasDone: number;
  areas: number;
}

export interface PlanOptions {
  seed: number;
  effort: Effort;
  /** Chooses many teams at once and proves how good a plan is; without one the engine makes do with moves. */
  solver?: Solver | null;
  /** How to begin with a solver: see `ways`. */
  way?: Way;
  /** Asked every 256 steps; once true, the best plan so far is returned. */
  shouldStop?: () => boolean;
  onProgress?: (progress: PlanProgress) => void;
}

/**
 * Plans a season: no hard rule is broken, then as few schools as possible go without a review, then the soft cost is
 * as low as the effort allows. The same instance, seed, solver and number of steps give the same schedule.
 */
export function plan(instance: Instance, options: PlanOptions): Plan {
  const parts = splitByArea(instance);
  const receiving = countReceiving(instance);
  const progress = trackAreas(parts.map(countReceiving));
  const planned = parts.map((part, area) => {
    const share = parts.length === 1 ? 1 : countReceiving(part) / Math.max(1, receiving);
    return planArea(part, {
      seed: options.seed,
      solver: options.solver ?? null,
      way: options.way ?? 'all at once',
      budget: createBudget(shareEffort(options.effort, share), options.shouldStop),
      onProgress: (own) => options.onProgress?.(progress(area, own)),
    });
  });
  return joinSchedules(instance.name, planned);
}

/** Schools that should have a review. */
export function countReceiving({ schools }: Pick<Instance, 'schools'>): number {
  return schools.filter(({ receives }) => receives).length;
}

function shareEffort(effort: Effort, share: number): Effort {
  if ('steps' in effort) return { steps: Math.max(1, Math.round(effort.steps * share)) };
  return { ...effort, milliseconds: effort.milliseconds * share };
}

/** Adds up what the areas report, each area counting by its schools. */
export function trackAreas(receiving: readonly number[]): (area: number, own: AreaProgress) => PlanProgress {
  const all = receiving.reduce((sum, schools) => sum + schools, 0);
  const last: AreaProgress[] = receiving.map((schools) => ({
    phase: 'build',
    fraction: 0,
    placed: 0,
    unscheduled: schools,
    cost: 0,
    bound: null,
  }));
  return (area, own) => {
    last[area] = own;
    const sum = (of: (progress: AreaProgress) => number) => last.reduce((total, one) => total + of(one), 0);
    return {
      phase: last.every(({ phase }) => phase === 'done')
        ? 'done'
        : own.phase === 'done'
          ? 'build'
          : own.phase,
      fraction: last.reduce(
        (total, { fraction }, k) => total + (fraction * (receiving[k] ?? 0)) / Math.max(1, all),
        0,
      ),
      placed: sum(({ placed }) => placed),
      receiving: all,
      unscheduled: sum(({ unscheduled }) => unscheduled),
      cost: sum(({ cost }) => cost),
      bound: last.some(({ bound }) => bound === null) ? null : sum(({ bound }) => bound ?? 0),
      areasDone: last.filter(({ phase }) => phase === 'done').length,
      areas: last.length,
    };
  };
}

/** The plans of all areas as one. */
export function joinSchedules(name: string, planned: readonly Plan[]): Plan {
  return {
    instance: name,
    reviews: planned.flatMap(({ reviews }) => reviews),
    unscheduled: planned.flatMap(({ unscheduled }) => unscheduled),
    cost: planned.reduce((sum, { cost }) => sum + cost, 0),
    bound: {
      unscheduled: planned.reduce((sum, { bound }) => sum + bound.unscheduled, 0),
      cost: planned.reduce((sum, { bound }) => sum + bound.cost, 0),
    },
  };
}
