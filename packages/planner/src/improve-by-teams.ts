import { isBetter, keepSnapshot, restoreSnapshot } from './anneal.ts';
import { type Barred, chooseTeams } from './choose-teams.ts';
import { groupHosts } from './group-hosts.ts';
import { modelPenalty } from './penalties.ts';
import { relax } from './relax.ts';
import { boundBest, cool, countUnplaceable, placeLeft, type Run } from './run-state.ts';
import { sampleDays } from './sample-days.ts';
import type { Solver } from './solver.ts';

/** Rounds without a better plan after which there is nothing left to try. */
const idleRounds = 12;

/**
 * A short annealing, then whole teams of many schools chosen at once by the solver, in rounds of several kinds. Ends when
 * the rounds bring nothing more, or when nothing can be better. Returns false where the solver gives no relaxation.
 */
export function improveByTeams(run: Run, solver: Solver): boolean {
  const { bench, best, budget, model, base } = run;
  const isReplan = model.instance.previous.length > 0;
  cool(run, 'improve', { from: isReplan ? 10 : 100, to: 2 }, budget.share(2 * model.hosts.length, 0.1));
  restoreSnapshot(bench.draft, best);
  const isOver = () => budget.spent() >= 1;
  if (isOver()) return true;
  run.relaxation = relax(base, solver, {
    penalty: modelPenalty(model),
    hasCosts: true,
    open: best.unplaced,
    seated: (host) => seatedOf(run, host),
    shouldStop: isOver,
  });
  if (run.relaxation === null) return isOver();
  boundBest(run);
  followRanks(run);
  if (run.way === 'step by step') {
    cool(
      run,
      'improve',
      { from: 20, to: 2 },
      Math.min(1, budget.spent() + budget.share(6 * model.hosts.length, 0.15)),
    );
    restoreSnapshot(bench.draft, best);
  }
  const barred: Barred = new Map();
  for (let round = 0, idle = 0; idle < idleRounds && !isOver(); round++) {
    idle = improveOnce(run, solver, round, barred) ? 0 : idle + 1;
    if (!isOver() && isProven(run)) break;
  }
  return true;
}

/** From here on the moves try first whom the relaxation ranks first. */
function followRanks({ model, relaxation }: Run): void {
  for (const [host, { leaders }] of relaxation?.ranked ?? []) model.candidates[host] = leaders;
}

/** Nothing more can be placed, and nothing can be cheaper. */
function isProven(run: Run): boolean {
  return run.best.unplaced === countUnplaceable(run) && run.best.cost <= boundBest(run);
}

function seatedOf({ best, model: { teamWidth } }: Run, host: number): Int32Array {
  return best.team.subarray(host * teamWidth, host * teamWidth + (best.size[host] ?? 0));
}

/**
 * What a round chooses: teams, with days found afterwards; teams, on the days that there are; or teams and days together,
 * of a few schools at a time and some of the days.
 */
type Kind = 'teams' | 'teams on their days' | 'teams and days';
const kinds: readonly Kind[] = ['teams', 'teams on their days', 'teams and days'];

/** As many schools together as the solver does in seconds and in memory; `few` where days are chosen too. */
const together = { most: 320, many: 50, first: 100, few: 16 };
/** Days of each school to choose from; all, where schools and days are few. */
const daysTried = 8;
const fewSlots = 150;
/** Candidates of each school in the first rounds, and how many more in later ones. */
const firstChoices = 16;
const moreChoices = 8;
/** So many are choices however dear they are. */
const leastChoices = 4;
/** How near the solver should come at first to the best it can show, as a part of the cost, and later, in points. */
const roughGap = 0.001;
const fineGap = 0.5;

interface Round {
  kind: Kind;
  /** Schools in one model, and whether these are all. */
  size: number;
  isWhole: boolean;
  /** Candidates and days of each school. */
  choices: number;
  days: number;
  gap: number;
  seed: number;
}

function sizeOf(kind: Kind, hosts: number, isTiny: boolean, isFirstStep: boolean): number {
  if (kind === 'teams and days') return isTiny ? together.most : together.few;
  if (isFirstStep) return together.first;
  return hosts <= together.most ? together.most : together.many;
}

function describeRound({ model, way, best }: Run, round: number): Round {
  const kind = kinds[round % kinds.length] ?? 'teams';
  const hosts = model.hosts.length;
  const isTiny = hosts * model.dayCount <= fewSlots;
  const size = sizeOf(kind, hosts, isTiny, way === 'step by step' && round === 0);
  const later = Math.floor(round / kinds.length);
  return {
    kind,
    size,
    isWhole: size >= hosts,
    choices: firstChoices + (hosts <= together.most ? moreChoices * later : 0),
    days: isTiny ? model.dayCount : daysTried,
    gap: later === 0 ? Math.max(fineGap, best.cost * roughGap) : fineGap,
    seed: round,
  };
}

/** One round over all the schools. Returns whether the plan got better. */
function improveOnce(run: Run, solver: Solver, number: number, barred: Barred): boolean {
  const { bench, best, budget, model } = run;
  const before = { unplaced: best.unplaced, cost: best.cost };
  const round = describeRound(run, number);
  for (const group of groupHosts(model, bench.random, round.size)) {
    if (budget.spent() >= 1) break;
    run.report('choose');
    if (chooseGroup(run, solver, round, group, barred)) settleGroup(run, round, group);
  }
  return isBetter(best, before);
}

/** Places those that the solver left without a day, polishes, and keeps what is better. */
function settleGroup(run: Run, round: Round, group: readonly number[]): void {
  const { bench, best, budget, model } = run;
  const part = group.length / model.hosts.length;
  if (bench.draft.unplaced > best.unplaced) {
    placeLeft(run, Math.min(1, budget.spent() + budget.share(2 * group.length, 0.03 * part)));
  }
  if (isBetter(bench.draft, best)) keepSnapshot(best, bench.draft);
  if (round.kind !== 'teams and days') {
    const until = budget.spent() + budget.share(4 * group.length, 0.05 * part);
    cool(run, 'polish', { from: 3, to: 0.5 }, Math.min(1, until));
  }
  if (isBetter(bench.draft, best)) keepSnapshot(best, bench.draft);
  else if (round.kind === 'teams and days' || isFar(run)) restoreSnapshot(bench.draft, best);
}

/** A plan this much dearer than the best is left; one nearer may lead to a better one in the next rounds. */
const near = 1.003;

function isFar({ bench: { draft }, best }: Run): boolean {
  return draft.unplaced > best.unplaced || draft.cost > best.cost * near;
}

function chooseGroup(
  run: Run,
  solver: Solver,
  round: Round,
  group: readonly number[],
  barred: Barred,
): boolean {
  const { bench, budget } = run;
  const { draft, random } = bench;
  const days = {
    teams: null,
    'teams on their days': (host: number, now: number) =>
      now >= 0 ? [now] : sampleDays(draft, random, host, now, round.days),
    'teams and days': (host: number, now: number) => sampleDays(draft, random, host, now, round.days),
  };
  return chooseTeams(bench, group, {
    solver,
    limits: {
      nodes: round.isWhole ? 500 : 20,
      gap: round.gap,
      seed: round.seed,
      ...budget.solveLimits(round.isWhole ? 600 : 1.5),
    },
    choices: (host) => listWorthy(run, host, round.choices),
    days: days[round.kind],
    penalty: modelPenalty(run.model),
    barred,
  });
}

/** The most promising candidates of a host: one whose seat costs more than is left to be won is no use. */
function listWorthy(run: Run, host: number, most: number): Int32Array {
  const ranked = run.relaxation?.ranked.get(host);
  if (!ranked) return new Int32Array(0);
  const toWin = run.best.cost - boundBest(run);
  const dear = ranked.costs.findIndex((cost) => cost > toWin);
  const worthy = dear < 0 ? ranked.leaders.length : Math.max(dear, leastChoices);
  return ranked.leaders.subarray(0, Math.min(most, worthy));
}
