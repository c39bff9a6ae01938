import { anneal, isBetter, keepSnapshot, type Snapshot } from './anneal.ts';
import { boundCost, boundUnscheduled } from './bound.ts';
import type { Budget } from './budget.ts';
import type { Model } from './compile.ts';
import type { Draft } from './draft.ts';
import type { Bench } from './moves.ts';
import type { Relaxation } from './relax.ts';
import { repair } from './repair.ts';
import type { Solver } from './solver.ts';

export const planPhases = ['build', 'improve', 'repair', 'choose', 'polish', 'done'] as const;
export type PlanPhase = (typeof planPhases)[number];

/**
 * Two ways to begin once the relaxation is known: all teams at once is best where the solver has the time; step by step,
 * annealing and then small groups, comes near it whatever the time. Two threads on one area take one way each.
 */
export const ways = ['all at once', 'step by step'] as const;
export type Way = (typeof ways)[number];

/** One area being planned. */
export interface Run {
  model: Model;
  bench: Bench;
  best: Snapshot;
  budget: Budget;
  solver: Solver | null;
  way: Way;
  /** The draft of the locked reviews alone. */
  base: Draft;
  relaxation: Relaxation | null;
  /** The bound of the soft cost, for so many schools without a review. */
  bound: { cost: number; unplaced: number } | null;
  /** Of so many schools without a review, how many no plan can place. */
  unplaceable: { schools: number; unplaced: number } | null;
  report: (phase: PlanPhase) => void;
}

/** Cools from one temperature to another until so much of the budget is spent; what is best is kept on the way. */
export function cool(
  run: Run,
  phase: PlanPhase,
  temperatures: { from: number; to: number },
  until: number,
): void {
  const { bench, best, budget, report } = run;
  const { draft } = bench;
  const start = budget.spent();
  if (start >= until) return;
  let counted = 0;
  anneal(bench, {
    ...temperatures,
    fraction: (steps) => {
      budget.count(steps - counted);
      counted = steps;
      const spent = budget.spent();
      return spent >= 1 ? 1 : (spent - start) / (until - start);
    },
    onPause: () => {
      if (isBetter(draft, best)) keepSnapshot(best, draft);
      report(phase);
    },
  });
}

/** Places schools that have no review by ejection chains until so much of the budget is spent. */
export function placeLeft(run: Run, until: number): void {
  const { bench, budget } = run;
  run.report('repair');
  let counted = 0;
  repair(bench, (taken) => {
    budget.count(taken - counted);
    counted = taken;
    return budget.spent() / until;
  });
}

/** The bound for as many schools without a review as the best plan has. */
export function boundBest(run: Run): number {
  const { base, bench, best, relaxation, budget } = run;
  if (run.bound?.unplaced !== best.unplaced) {
    const cost = boundCost(base, bench.search, best, relaxation, budget.allowProof());
    run.bound = { cost, unplaced: best.unplaced };
  }
  return run.bound.cost;
}

/** How many of the schools that the best plan leaves out no plan can place. */
export function countUnplaceable(run: Run): number {
  const { base, bench, best, solver, budget } = run;
  if (run.unplaceable?.unplaced !== best.unplaced) {
    const schools = boundUnscheduled(
      base,
      bench.search,
      best.unplaced,
      solver,
      budget.allowProof().shouldStop,
    );
    run.unplaceable = { schools, unplaced: best.unplaced };
  }
  return run.unplaceable.schools;
}
