import { answerParent } from './answer-parent.ts';
import { sharedFile } from './ask-process.ts';
import { type Explanation, explain } from './explain.ts';
import type { Plan } from './instance.ts';
import { type PackedArea, unpackArea } from './packed.ts';
import { type PlanProgress, plan } from './plan.ts';
import type { Way } from './run-state.ts';
import { loadSolver } from './solver.ts';
import { watchStopFile } from './stop-file.ts';

/** What `planAreas` asks of a process. */
export interface PlanOrder {
  area: PackedArea;
  seconds: number;
  seed: number;
  way: Way;
  explains: boolean;
}

/** A plan, with its reasons where they were asked for. */
export interface ExplainedPlan extends Plan {
  explanation?: Explanation;
}

export interface PlanAnswer {
  schedule: ExplainedPlan;
  progress: PlanProgress | null;
}

/** Milliseconds between two reports. */
const reportEvery = 250;

// Ctrl C reaches every process of a terminal: this one is asked to stop by its parent, and then has a plan to give.
process.on('SIGINT', () => {});

await answerParent<PlanOrder, PlanAnswer, PlanProgress>(
  async ({ area, seconds, seed, way, explains }, tell) => {
    const start = performance.now();
    let reported = Number.NEGATIVE_INFINITY;
    let last: PlanProgress | null = null;
    const instance = unpackArea(area);
    const solver = await loadSolver();
    const planned = plan(instance, {
      seed,
      way,
      solver,
      effort: {
        milliseconds: Math.max(1, seconds * 1000 - (performance.now() - start)),
        clock: () => performance.now(),
      },
      shouldStop: watchStopFile(sharedFile),
      onProgress: (progress) => {
        last = progress;
        const now = performance.now();
        if (now - reported < reportEvery) return;
        reported = now;
        // A report that cannot be told is one that nobody waits for.
        tell(progress).catch(() => {});
      },
    });
    const schedule = explains ? { ...planned, explanation: explain(instance, planned) } : planned;
    return { schedule, progress: last };
  },
);
