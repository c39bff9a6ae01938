import { anneal, createSnapshot, isBetter, keepSnapshot, restoreSnapshot, type Snapshot } from './anneal.ts';
import { compile, type Model } from './compile.ts';
import { createDraft, type Draft } from './draft.ts';
import { buildDraft } from './greedy.ts';
import type { Instance, Schedule } from './instance.ts';
import { levelWeeks } from './level.ts';
import { type Bench, createBench } from './moves.ts';
import { createRandom } from './random.ts';
import { repair } from './repair.ts';
import { writeSchedule } from './schedule.ts';
import { createSearch } from './search.ts';
import { splitByArea } from './split-by-area.ts';

export const planPhases = ['build', 'improve', 'repair', 'polish', 'done'] as const;
export type PlanPhase = (typeof planPhases)[number];

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
}

export interface PlanOptions {
  seed: number;
  /** A number of steps, which makes the plan repeatable, or a span of milliseconds by a clock that is handed in. */
  effort: { steps: number } | { milliseconds: number; clock: () => number };
  /** Asked every 256 steps; once true, the best plan so far is returned. */
  shouldStop?: () => boolean;
  onProgress?: (progress: PlanProgress) => void;
}

/** Parts of the work: annealing ends, repair ends, the rest is polish. */
const improveShare = 0.85;
const repairShare = 0.89;

/**
 * Plans a season: no hard rule is broken, then as few schools as possible go without a review, then the soft cost is
 * as low as the effort allows. The same instance, seed and number of steps give the same schedule.
 */
export function plan(instance: Instance, options: PlanOptions): Schedule {
  const parts = splitByArea(instance);
  const receiving = countReceiving(instance);
  const schedule: Schedule = { instance: instance.name, reviews: [], unscheduled: [] };
  let before = { fraction: 0, placed: 0, unscheduled: 0, cost: 0 };
  for (const part of parts) {
    const share = parts.length === 1 ? 1 : countReceiving(part) / Math.max(1, receiving);
    const start = before;
    let last = before;
    const report = (progress: PlanProgress) => {
      last = {
        fraction: start.fraction + share * progress.fraction,
        placed: start.placed + progress.placed,
        unscheduled: start.unscheduled + progress.unscheduled,
        cost: start.cost + progress.cost,
      };
      options.onProgress?.({ phase: progress.phase, receiving, ...last });
    };
    const planned = planArea(part, {
      ...options,
      effort: shareEffort(options.effort, share),
      onProgress: report,
    });
    before = last;
    schedule.reviews.push(...planned.reviews);
    schedule.unscheduled.push(...planned.unscheduled);
  }
  return schedule;
}

function countReceiving({ schools }: Instance): number {
  return schools.filter(({ receives }) => receives).length;
}

function shareEffort(effort: PlanOptions['effort'], share: number): PlanOptions['effort'] {
  if ('steps' in effort) return { steps: Math.round(effort.steps * share) };
  return { ...effort, milliseconds: effort.milliseconds * share };
}

interface Run {
  bench: Bench;
  best: Snapshot;
  fraction: (steps: number) => number;
  report: (phase: PlanPhase, fraction: number) => void;
}

function planArea(instance: Instance, options: PlanOptions): Schedule {
  const elapsed = measure(options);
  const model = compile(instance);
  const random = createRandom(options.seed);
  const search = createSearch(model, random);
  const draft = createDraft(model);
  buildDraft(draft, search);
  const best = createSnapshot(draft);
  const run: Run = {
    bench: createBench(draft, search, penaltyOf(instance)),
    best,
    fraction: elapsed,
    report: (phase, fraction) => options.onProgress?.({ phase, fraction, ...summarise(model, best) }),
  };
  run.report('build', 0);
  improve(run);
  const final = createDraft(model);
  restoreSnapshot(final, best);
  levelWeeks(final, search);
  const schedule = writeSchedule(final, search);
  run.report('done', 1);
  return schedule;
}

/** The share of the effort that is spent, 1 once it is time to stop. Steps and the clock both count from here. */
function measure({ effort, shouldStop }: PlanOptions): (steps: number) => number {
  const start = 'clock' in effort ? effort.clock() : 0;
  return (steps) => {
    if (shouldStop?.()) return 1;
    const spent = 'clock' in effort ? (effort.clock() - start) / effort.milliseconds : steps / effort.steps;
    return spent >= 0 && spent < 1 ? spent : 1;
  };
}

function improve(run: Run): void {
  const { bench, best, fraction, report } = run;
  const { draft } = bench;
  const rounds = roundsFor(draft.model.hosts.length);
  let steps = 0;
  const coolTo = (phase: PlanPhase, from: number, to: number, start: number, end: number) => {
    const before = steps;
    steps += anneal(bench, {
      from,
      to,
      fraction: (taken) => (fraction(before + taken) - start) / (end - start),
      onPause: (done) => {
        if (isBetter(draft, best)) keepSnapshot(best, draft);
        report(phase, start + Math.min(1, done) * (end - start));
      },
    });
  };
  for (let round = 0; round < rounds; round++) {
    const start = (improveShare * round) / rounds;
    coolTo('improve', round === 0 ? 100 : 50, 5, start, (improveShare * (round + 1)) / rounds);
  }
  restoreSnapshot(draft, best);
  report('repair', improveShare);
  steps += repair(bench, (taken) => fraction(steps + taken) / repairShare);
  if (isBetter(draft, best)) keepSnapshot(best, draft);
  coolTo('polish', 5, 0.5, Math.min(0.999, fraction(steps)), 1);
}

/** A handful of schools cools several times over; others need the whole time for one slow cooling. */
function roundsFor(hosts: number): number {
  return hosts <= 30 ? 8 : 1;
}

/** What leaving a school out costs while searching: more than any one review can save. */
function penaltyOf({ config: { weights, teamSize } }: Instance): number {
  const change =
    Math.max(0, weights.changeDate.announced) + teamSize * Math.max(0, weights.changeMember.announced);
  return 6000 + change;
}

function summarise(model: Model, { unplaced, cost }: Pick<Draft, 'unplaced' | 'cost'>) {
  const receiving = model.hosts.length + model.locked.length;
  return { placed: receiving - unplaced, receiving, unscheduled: unplaced, cost };
}
