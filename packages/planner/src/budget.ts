import type { SolveLimits } from './solver.ts';

/** What an engine run may spend: steps, which make it repeatable, or milliseconds by a clock that is handed in. */
export type Effort = { steps: number } | { milliseconds: number; clock: () => number };

export interface Budget {
  /** Records steps taken. */
  count(steps: number): void;
  /** 0 to 1: how much is spent. 1 once it is time to stop. */
  spent(): number;
  /** For proofs, which are wanted even when the budget is spent: a small allowance from now on, in time and rounds. */
  allowProof(): { rounds: number; shouldStop: () => boolean };
  /** The share of the whole that so many milliseconds are, `most` at most; of steps, always `most`. */
  share(milliseconds: number, most: number): number;
  /** What one call of the solver may take, so many seconds at most. */
  solveLimits(most: number): SolveLimits;
}

/** One call of the solver gets this part of the time that is left. */
const solveShare = 0.75;
/** Without a clock the solver's iterations are steps, and one call gets this part of those that are left. */
const stepShare = 0.25;

/** A proof may take this part of the time on top of it, and go this often through all the schools. */
const proofShare = 0.05;
const proofRounds = 60;

export function createBudget(effort: Effort, shouldStop: () => boolean = () => false): Budget {
  const start = 'clock' in effort ? effort.clock() : 0;
  let steps = 0;
  const spent = () => {
    if (shouldStop()) return 1;
    const share = 'clock' in effort ? (effort.clock() - start) / effort.milliseconds : steps / effort.steps;
    return share >= 0 && share < 1 ? share : 1;
  };
  return {
    count: (taken) => {
      steps += taken;
    },
    spent,
    allowProof: () => {
      if (!('clock' in effort))
        return { rounds: Math.min(proofRounds, Math.ceil(effort.steps / 1000)), shouldStop };
      const { clock, milliseconds } = effort;
      const began = clock();
      const isLong = () => spent() >= 1 && clock() - began > milliseconds * proofShare;
      return { rounds: proofRounds, shouldStop: () => shouldStop() || isLong() };
    },
    share: (milliseconds, most) =>
      'clock' in effort ? Math.min(most, milliseconds / effort.milliseconds) : most,
    solveLimits: (most) =>
      'clock' in effort
        ? { shouldStop, seconds: Math.min(most, ((1 - spent()) * effort.milliseconds * solveShare) / 1000) }
        : { shouldStop, iterations: Math.max(1, (1 - spent()) * effort.steps * stepShare) },
  };
}
