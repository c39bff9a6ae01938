import { at, hasDay } from './columns.ts';
import { leastDateCost } from './date-cost.ts';
import type { Draft } from './draft.ts';
import { addColumn, addRow, createLinearModel, type LinearModel } from './linear-model.ts';
import { isReciprocal } from './rules.ts';
import { isFreeOn } from './search.ts';
import { addDayRows, addLoadRows, addReciprocityRows, addTeamRows } from './team-rows.ts';

/** A choice of the model: this reviewer for that host, on a day or (-1) on one that is found afterwards. */
export interface Choice {
  host: number;
  leader: number;
  day: number;
  column: number;
}

/** A host on one day, or on one that is found afterwards: its choices, and when they are to make a team. */
export interface Slot {
  host: number;
  day: number;
  choices: Choice[];
  /** The column that is 1 where the host takes this slot; -1 where the only slot is taken unless the host goes without. */
  taken: number;
}

/**
 * The choice of teams for some schools as a linear model, all else staying as the draft has it. Whole solutions keep
 * OWN to REPEAT (by the candidates), SIZE, HEADS, LEAD, PHASE, FOCUS, RECIP and CAP; where days are given, also
 * PERSONDAY, TRAINED, DOUBLE, OUT and HOSTHEAD. HOME2 is exact for one member from a school, looser for more, so that
 * every team is judged again before it is seated.
 */
export interface TeamModel {
  linear: LinearModel;
  hosts: readonly number[];
  slotsOf: Map<number, Slot[]>;
  /** leader → the choices of this leader. */
  byLeader: Map<number, Choice[]>;
  /** host → the column that is 1 where it goes without a review. */
  openOf: Map<number, number>;
  rows: PricedRows;
}

/** The rows whose prices tell what a pair outside the model would be worth; of hosts with one slot. */
export interface PricedRows {
  /** host → its size row, and the needs (bits of a cover mask, or `headBit`) that have a row each. */
  size: Map<number, number>;
  needs: Map<number, { row: number; bit: number }[]>;
  leader: Map<number, number>;
  unit: Map<number, number>;
  /** low school × schools + high school: the two may not review each other. */
  pairs: Map<number, number>;
}

export interface TeamModelOptions {
  /** Leaders to choose from, for each host. */
  candidates: (host: number) => Iterable<number>;
  /** Days to choose from, for each host; null where days are found afterwards. */
  days: ((host: number) => readonly number[]) | null;
  /** What a school without a review costs. */
  penalty: number;
  /** False counts the penalties alone. */
  hasCosts: boolean;
  /** Teams that a host may not have, because they have no day in common. */
  barred?: (host: number) => readonly (readonly number[])[];
}

/** Builds the model for hosts that have no review in the draft. */
export function buildTeamModel(draft: Draft, hosts: readonly number[], options: TeamModelOptions): TeamModel {
  const model: TeamModel = {
    linear: createLinearModel(),
    hosts,
    slotsOf: new Map(),
    byLeader: new Map(),
    openOf: new Map(),
    rows: { size: new Map(), needs: new Map(), leader: new Map(), unit: new Map(), pairs: new Map() },
  };
  for (const host of hosts) addSlots(model, draft, options, host);
  for (const host of hosts) {
    for (const slot of model.slotsOf.get(host) ?? []) addTeamRows(model, draft, options, slot);
  }
  addReciprocityRows(model, draft);
  addLoadRows(model, draft, options);
  if (options.days) addDayRows(model, draft);
  return model;
}

function addSlots(team: TeamModel, draft: Draft, options: TeamModelOptions, host: number): void {
  const { linear, slotsOf, openOf } = team;
  const { model } = draft;
  const days = options.days?.(host) ?? [-1];
  const costOn = (day: number) =>
    day < 0 ? leastDateCost(model, host) : at(model.dateCost, host * model.dayCount + day);
  const least = days.length === 0 ? 0 : Math.min(...days.map(costOn));
  const base = options.hasCosts ? at(model.base, host) + least : 0;
  // A school that goes without saves what its review would cost by itself.
  const open = addColumn(linear, options.penalty - base, 1, 1);
  openOf.set(host, open);
  linear.offset += base;
  const candidates = [...options.candidates(host)].filter((leader) => !isReciprocal(draft, host, leader));
  const slots = days.map((day) => ({
    host,
    day,
    taken: days.length === 1 ? -1 : addColumn(linear, options.hasCosts ? costOn(day) - least : 0, 1, 1),
    choices: listChoices(team, draft, options, { host, day, candidates }),
  }));
  slotsOf.set(host, slots);
  if (days.length === 1) return;
  const all = slots.map(({ taken }) => taken);
  addRow(linear, 1, 1, [...all, open]);
}

function listChoices(
  { linear, byLeader }: TeamModel,
  draft: Draft,
  { hasCosts }: TeamModelOptions,
  { host, day, candidates }: { host: number; day: number; candidates: readonly number[] },
): Choice[] {
  return candidates.flatMap((leader) => {
    if (day >= 0 && !isFreeOn(draft, leader, day)) return [];
    const cost = hasCosts ? pairCostOn(draft, host, leader, day) : 0;
    const choice = { host, leader, day, column: addColumn(linear, cost, 1, 1) };
    const others = byLeader.get(leader);
    if (others) others.push(choice);
    else byLeader.set(leader, [choice]);
    return choice;
  });
}

function pairCostOn({ model }: Draft, host: number, leader: number, day: number): number {
  const avoids = day >= 0 && hasDay(model.leaderAvoids, leader * model.words, day);
  const pair = at(model.pair, host * model.leaderCount + leader);
  return avoids ? pair + model.instance.config.weights.leaderAvoid : pair;
}

/** The team and the day (-1: still to be found) that a whole solution gives a host, null where it goes without. */
export function readSlot(
  { slotsOf }: TeamModel,
  values: Float64Array,
  host: number,
): { team: number[]; day: number } | null {
  for (const { choices, day } of slotsOf.get(host) ?? []) {
    const team = choices.flatMap(({ leader, column }) => ((values[column] ?? 0) > 0.5 ? [leader] : []));
    if (team.length > 0) return { team, day };
  }
  return null;
}
