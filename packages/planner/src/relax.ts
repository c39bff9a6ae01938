import { at } from './columns.ts';
import type { Model } from './compile.ts';
import type { Draft } from './draft.ts';
import { meetsNeed } from './find-team.ts';
import { addRow } from './linear-model.ts';
import { firstStep, noPrices, type Prices, priceScale } from './prices.ts';
import type { Solution, Solver } from './solver.ts';
import { buildTeamModel, type TeamModel } from './team-model.ts';
import { pairKey } from './team-rows.ts';

/** The season as a linear programme in real numbers: what shared things are worth there, and who is worth a look. */
export interface Relaxation {
  prices: Prices;
  /** What a school without a review costs, less what it is worth that so many must go without. */
  penalty: number;
  /** host → candidates by rising reduced cost (what seating one costs over the best, at the least), and these costs. */
  ranked: Map<number, { leaders: Int32Array; costs: Float64Array }>;
}

/** Candidates of each school in the first round, and how many more each later round may add to a school. */
const firstChoices = { some: 16, many: 10 };
/** So many schools have each leader on their list in the first round. */
const nearestHosts = { some: 8, many: 6 };
/** More schools than this are many: shorter lists keep the model small in memory. */
const someHosts = 320;
const addedChoices = 12;
const roundsAtMost = 6;
/** Rounds end once pairs outside the lists could save less than this a school, in cost points. */
const settled = 0.2;

export interface RelaxOptions {
  /** What a school without a review costs. */
  penalty: number;
  /** False counts the schools without a review alone. */
  hasCosts: boolean;
  /** So many schools go without at least: as many as in the plan that is to be compared. */
  open: number;
  /** Leaders to begin with besides the cheapest: those of a plan. */
  seated: (host: number) => Iterable<number>;
  shouldStop: () => boolean;
}

/**
 * Solves the relaxation over all pairs: begins with each school's cheapest candidates and adds those that would pay,
 * until none would. Null where the solver gives nothing.
 */
export function relax(
  base: Draft,
  solver: Solver,
  { penalty, hasCosts, open, seated, shouldStop }: RelaxOptions,
): Relaxation | null {
  const { model } = base;
  const lists = new Map(model.hosts.map((host) => [host, firstList(model, host, seated(host))]));
  addNearest(model, lists);
  let worth: Worth | null = null;
  let found: Omit<Relaxation, 'ranked'> | null = null;
  for (let round = 0; round < roundsAtMost && !shouldStop(); round++) {
    const team = buildTeamModel(base, model.hosts, {
      candidates: (host) => lists.get(host) ?? [],
      days: null,
      penalty,
      hasCosts,
    });
    const row =
      open > 0 ? addRow(team.linear, open, Number.POSITIVE_INFINITY, [...team.openOf.values()]) : -1;
    const solution = solver.solve(team.linear, 'real', { shouldStop });
    if (!solution) break;
    worth = createWorth(base, team, solution, hasCosts);
    found = {
      prices: readPrices(base, team, solution, hasCosts),
      penalty: Math.round(penalty - (row < 0 ? 0 : (solution.rowPrices[row] ?? 0))),
    };
    if (addWorthy(model, lists, worth) <= settled * model.hosts.length) break;
  }
  return found && worth && { ...found, ranked: rankAll(model, worth) };
}

function manyOrSome({ hosts }: Model): 'many' | 'some' {
  return hosts.length > someHosts ? 'many' : 'some';
}

function firstList(model: Model, host: number, seated: Iterable<number>): Set<number> {
  const candidates = model.candidates[host] ?? new Int32Array(0);
  const list = new Set(candidates.subarray(0, firstChoices[manyOrSome(model)]));
  const row = host * model.leaderCount;
  // Each need's cheapest too, so that a team can be made of the list.
  for (let mask = at(model.required, host); mask !== 0; mask &= mask - 1) {
    const able = candidates.filter((l) => (at(model.cover, row + l) & mask & -mask) !== 0);
    for (const l of able.subarray(0, 3)) list.add(l);
  }
  for (const l of candidates.filter((l) => at(model.isHead, l) === 1).subarray(0, 4)) list.add(l);
  for (const l of seated) list.add(l);
  return list;
}

/** Puts each leader on the lists of the hosts that are cheapest for them, so that everyone's days can be used. */
function addNearest(model: Model, lists: Map<number, Set<number>>): void {
  const hostsOf: number[][] = Array.from({ length: model.leaderCount }, () => []);
  for (const host of model.hosts) for (const l of model.candidates[host] ?? []) hostsOf[l]?.push(host);
  hostsOf.forEach((hosts, l) => {
    const cost = (host: number) => at(model.pair, host * model.leaderCount + l);
    hosts.sort((a, b) => cost(a) - cost(b) || a - b);
    for (const host of hosts.slice(0, nearestHosts[manyOrSome(model)])) lists.get(host)?.add(l);
  });
}

/** For one host, the reduced cost of each leader: what a seat would add to the relaxation's cost; below 0 it would pay. */
type Worth = (host: number) => (leader: number) => number;

function createWorth(base: Draft, { rows }: TeamModel, { rowPrices }: Solution, hasCosts: boolean): Worth {
  const { model } = base;
  const price = (row: number | undefined) => (row === undefined ? 0 : (rowPrices[row] ?? 0));
  const leaders = Float64Array.from({ length: model.leaderCount }, (_, leader) => {
    const row = rows.leader.get(leader);
    // One who is in no list would give their first review at what it does to their load.
    const own = row === undefined ? -firstStep(base, leader, hasCosts) : price(row);
    return own + price(rows.unit.get(at(model.unitOf, leader)));
  });
  return (host) => {
    const start = host * model.leaderCount;
    const size = price(rows.size.get(host));
    const needs = (rows.needs.get(host) ?? []).map(({ row, bit }) => ({ worth: price(row), bit }));
    const priced = needs.filter(({ worth }) => worth !== 0);
    return (leader) => {
      let cost = (hasCosts ? at(model.pair, start + leader) : 0) - size - (leaders[leader] as number);
      for (const { worth, bit } of priced) if (meetsNeed(model, host, leader, bit)) cost -= worth;
      const last = at(model.homeStart, leader + 1);
      for (let k = at(model.homeStart, leader); k < last; k++) {
        cost -= price(rows.pairs.get(pairKey(model, host, at(model.homes, k))));
      }
      return cost;
    };
  };
}

function rankAll(model: Model, worth: Worth): Relaxation['ranked'] {
  const costs = new Float64Array(model.leaderCount);
  return new Map(
    model.hosts.map((host) => {
      const candidates = model.candidates[host] ?? new Int32Array(0);
      const worthOf = worth(host);
      for (const l of candidates) costs[l] = worthOf(l);
      const leaders = candidates.slice().sort((a, b) => (costs[a] as number) - (costs[b] as number) || a - b);
      return [host, { leaders, costs: Float64Array.from(leaders, (l) => costs[l] as number) }];
    }),
  );
}

/** Adds to each list the candidates that would pay. Returns what they could save together, at the most. */
function addWorthy(model: Model, lists: Map<number, Set<number>>, worth: Worth): number {
  let saving = 0;
  for (const host of model.hosts) {
    const list = lists.get(host) ?? new Set();
    const worthOf = worth(host);
    const paying = Array.from(model.candidates[host] ?? [])
      .flatMap((l) => (list.has(l) ? [] : [{ l, cost: worthOf(l) }]))
      .filter(({ cost }) => cost < -1e-6)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, addedChoices);
    for (const { l } of paying) list.add(l);
    saving -= model.teamSize * (paying[0]?.cost ?? 0);
  }
  return saving;
}

function readPrices(base: Draft, { rows }: TeamModel, { rowPrices }: Solution, hasCosts: boolean): Prices {
  const prices = noPrices(base, hasCosts);
  const whole = (row: number) => Math.round(-(rowPrices[row] ?? 0) * priceScale);
  for (const [leader, row] of rows.leader) prices.leader[leader] = whole(row);
  for (const [unit, row] of rows.unit) prices.unit[unit] = Math.max(0, whole(row));
  for (const [key, row] of rows.pairs) prices.pairs.set(key, Math.max(0, whole(row)));
  return prices;
}
