import { createSnapshot, isBetter, keepSnapshot, restoreSnapshot } from './anneal.ts';
import type { Budget } from './budget.ts';
import { compile } from './compile.ts';
import { createDraft } from './draft.ts';
import { buildDraft } from './greedy.ts';
import { improveByTeams } from './improve-by-teams.ts';
import type { Instance, Plan } from './instance.ts';
import { levelWeeks } from './level.ts';
import { createBench } from './moves.ts';
import { searchPenalty } from './penalties.ts';
import { createRandom } from './random.ts';
import {
  boundBest,
  cool,
  countUnplaceable,
  type PlanPhase,
  placeLeft,
  type Run,
  type Way,
} from './run-state.ts';
import { writeSchedule } from './schedule.ts';
import { createSearch } from './search.ts';
import { countIterations, type Solver } from './solver.ts';

/** How far the planning of one area is. */
export interface AreaProgress {
  phase: PlanPhase;
  /** 0 to 1. */
  fraction: number;
  placed: number;
  unscheduled: number;
  /** Soft cost of the best plan so far. */
  cost: number;
  /** What no plan of the area costs less than; null while it is not known. */
  bound: number | null;
}

export interface AreaOptions {
  seed: number;
  budget: Budget;
  solver: Solver | null;
  way: Way;
  onProgress: (progress: AreaProgress) => void;
}

/** Plans an area that shares nobody with another. */
export function planArea(instance: Instance, options: AreaOptions): Plan {
  const run = begin(instance, options);
  const { model, bench, best, solver } = run;
  run.report('build');
  if (solver === null || !improveByTeams(run, solver)) improveByMoves(run);
  const final = createDraft(model);
  restoreSnapshot(final, best);
  levelWeeks(final, bench.search);
  const bound = { cost: boundBest(run), unscheduled: countUnplaceable(run) };
  const schedule = writeSchedule(final, bench.search);
  run.report('done');
  return { ...schedule, cost: final.cost, bound };
}

function begin(instance: Instance, { seed, budget, solver, way, onProgress }: AreaOptions): Run {
  const model = compile(instance);
  const search = createSearch(model, createRandom(seed));
  const draft = createDraft(model);
  buildDraft(draft, search);
  const run: Run = {
    model,
    bench: createBench(draft, search, searchPenalty(model)),
    best: createSnapshot(draft),
    budget,
    solver: solver && countIterations(solver, budget.count),
    way,
    base: createDraft(model),
    relaxation: null,
    bound: null,
    unplaceable: null,
    report: (phase) => {
      const { unplaced, cost } = run.best;
      const receiving = model.hosts.length + model.locked.length;
      onProgress({
        phase,
        fraction: phase === 'done' ? 1 : budget.spent(),
        placed: receiving - unplaced,
        unscheduled: unplaced,
        cost,
        bound: run.bound?.cost ?? null,
      });
    },
  };
  return run;
}

/** Annealing alone: parts of the budget at which it ends, then the repair; the rest is polish. */
const improveShare = 0.85;
const repairShare = 0.89;

function improveByMoves(run: Run): void {
  const { bench, best, model } = run;
  // A handful of schools cools several times over; others need the whole time for one slow cooling.
  const rounds = model.hosts.length <= 30 ? 8 : 1;
  for (let round = 0; round < rounds; round++) {
    cool(run, 'improve', { from: round === 0 ? 100 : 50, to: 5 }, (improveShare * (round + 1)) / rounds);
  }
  restoreSnapshot(bench.draft, best);
  placeLeft(run, repairShare);
  if (isBetter(bench.draft, best)) keepSnapshot(best, bench.draft);
  cool(run, 'polish', { from: 5, to: 0.5 }, 1);
  restoreSnapshot(bench.draft, best);
}
