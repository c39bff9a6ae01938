import { at } from './columns.ts';
import type { Model } from './compile.ts';
import { dateExcess, leastDateCost, mindsDays } from './date-cost.ts';
import { type Draft, loadSteps } from './draft.ts';
import { headBit, meetsNeed } from './find-team.ts';
import { addColumn, addRow, type LinearModel } from './linear-model.ts';
import type { Choice, Slot, TeamModel, TeamModelOptions } from './team-model.ts';

const unlimited = Number.POSITIVE_INFINITY;
const columnsOf = (choices: readonly Choice[]) => choices.map(({ column }) => column);

/** SIZE, HEADS, LEAD, PHASE, FOCUS, HOME2, the barred teams, and what a team's days cost, for one host on one day. */
export function addTeamRows(team: TeamModel, draft: Draft, options: TeamModelOptions, slot: Slot): void {
  const { linear, rows } = team;
  const { model } = draft;
  const { host, choices } = slot;
  const { teamSize, instance } = model;
  const { minHeads, weights } = instance.config;
  const atLeast = (least: number, columns: readonly number[]) =>
    addGated(team, slot, columns, least, unlimited);
  rows.size.set(host, addGated(team, slot, columnsOf(choices), teamSize, teamSize));
  const needs: { row: number; bit: number }[] = [];
  const meets = (bit: number) =>
    columnsOf(choices.filter(({ leader }) => meetsNeed(model, host, leader, bit)));
  if (minHeads > 0) needs.push({ row: atLeast(minHeads, meets(headBit)), bit: headBit });
  for (let mask = at(model.required, host); mask !== 0; mask &= mask - 1) {
    const bit = mask & -mask;
    needs.push({ row: atLeast(1, meets(bit)), bit });
  }
  for (let mask = at(model.wanted, host); mask !== 0; mask &= mask - 1) {
    const bit = mask & -mask;
    const missed = addColumn(linear, options.hasCosts ? weights.focusMiss : 0, 1, 0);
    needs.push({ row: atLeast(1, [...meets(bit), missed]), bit });
  }
  rows.needs.set(host, needs);
  addHomeRows(linear, model, choices);
  for (const barred of options.barred?.(host) ?? []) {
    const members = choices.filter(({ leader }) => barred.includes(leader));
    if (members.length === barred.length) addRow(linear, 0, barred.length - 1, columnsOf(members));
  }
  if (slot.day < 0 && options.hasCosts) addDateCost(linear, model, host, choices);
}

/** A row that counts only where the slot is taken: from `least` to `most`, else nothing. */
function addGated(
  { linear, openOf }: TeamModel,
  { host, taken }: Slot,
  columns: readonly number[],
  least: number,
  most: number,
): number {
  const ones = columns.map(() => 1);
  if (taken >= 0)
    return addRow(linear, 0, most === least ? 0 : unlimited, [...columns, taken], [...ones, -least]);
  return addRow(linear, least, most, [...columns, openOf.get(host) ?? 0], [...ones, least]);
}

/** HOME2, and who may be out together: one head, one deputy, `maxOut` in all. */
function addHomeRows(linear: LinearModel, model: Model, own: readonly Choice[]): void {
  for (const [home, group] of groupByHome(model, own)) {
    if (group.length < 2) continue;
    const most = Math.min(model.instance.config.maxPerHomeSchool, at(model.maxOut, home));
    addRow(linear, 0, most, columnsOf(group));
    if (most > 1) addRoleRows(linear, model, group);
  }
}

/** One head and one deputy of a school at a time. */
function addRoleRows(linear: LinearModel, model: Model, group: readonly Choice[]): void {
  for (const role of [0, 1]) {
    const same = group.filter(({ leader }) => at(model.isHead, leader) === role);
    if (same.length > 1) addRow(linear, 0, 1, columnsOf(same));
  }
}

function groupByHome({ homeStart, homes }: Model, choices: readonly Choice[]): Map<number, Choice[]> {
  const groups = new Map<number, Choice[]>();
  for (const choice of choices) {
    const last = at(homeStart, choice.leader + 1);
    for (let k = at(homeStart, choice.leader); k < last; k++) append(groups, at(homes, k), choice);
  }
  return groups;
}

function append<K>(groups: Map<K, Choice[]>, key: K, choice: Choice): void {
  const group = groups.get(key);
  if (group) group.push(choice);
  else groups.set(key, [choice]);
}

/** A team's day costs no less than the best day of its most awkward member. */
function addDateCost(linear: LinearModel, model: Model, host: number, own: readonly Choice[]): void {
  if (!mindsDays(model, host)) return;
  const least = leastDateCost(model, host);
  const awkward = own.flatMap(({ column, leader }) => {
    const excess = dateExcess(model, host, leader, least);
    return excess > 0 ? [{ column, excess }] : [];
  });
  if (awkward.length === 0) return;
  const dear = addColumn(linear, 1, unlimited, 0);
  for (const { column, excess } of awkward) addRow(linear, 0, unlimited, [dear, column], [1, -excess]);
}

/** RECIP between hosts of the model. With those whose review stands, the choice has been left out. */
export function addReciprocityRows(team: TeamModel, { model }: Draft): void {
  const { reciprocal, maxPerHomeSchool } = model.instance.config;
  if (reciprocal === 'allow') return;
  for (const [key, { there, back }] of groupByPair(team, model)) {
    if (there.length === 0 || back.length === 0) continue;
    if (maxPerHomeSchool === 1) team.rows.pairs.set(key, addRow(team.linear, 0, 1, [...there, ...back]));
    else for (const one of there) for (const other of back) addRow(team.linear, 0, 1, [one, other]);
  }
}

/** For two hosts: the columns of the one's leaders at the other, and back. */
function groupByPair({ byLeader, openOf }: TeamModel, model: Model) {
  const between = new Map<number, { there: number[]; back: number[] }>();
  for (const [home, group] of groupByHome(model, [...byLeader.values()].flat())) {
    if (!openOf.has(home)) continue;
    for (const { host, column } of group) {
      const key = pairKey(model, host, home);
      const entry = between.get(key) ?? { there: [], back: [] };
      between.set(key, entry);
      (host < home ? entry.there : entry.back).push(column);
    }
  }
  return between;
}

/** Two schools, whichever way round, as one number. */
export function pairKey({ schoolCount }: Model, a: number, b: number): number {
  return Math.min(a, b) * schoolCount + Math.max(a, b);
}

/** CAP, and what each leader's load costs, in steps of rising cost. */
export function addLoadRows(
  { linear, byLeader, rows }: TeamModel,
  draft: Draft,
  { hasCosts }: TeamModelOptions,
): void {
  const { model, unitLoad } = draft;
  const byUnit = new Map<number, Choice[]>();
  for (const [leader, own] of byLeader) {
    const columns = columnsOf(own);
    const values = columns.map(() => 1);
    for (const { cost, reviews } of loadSteps(draft, leader)) {
      columns.push(addColumn(linear, hasCosts ? cost : 0, reviews, 0));
      values.push(-1);
    }
    rows.leader.set(leader, addRow(linear, 0, 0, columns, values));
    for (const choice of own) append(byUnit, at(model.unitOf, leader), choice);
  }
  for (const [unit, own] of byUnit) {
    const room = Math.max(0, at(model.unitMax, unit) - at(unitLoad, unit));
    rows.unit.set(unit, addRow(linear, 0, room, columnsOf(own)));
  }
}

/** DOUBLE, OUT and HOSTHEAD between the reviews of the model, on their days. With the others, `isFreeOn` has seen to it. */
export function addDayRows(team: TeamModel, draft: Draft): void {
  const { model, headsOut, deputiesOut } = draft;
  const { linear, byLeader } = team;
  for (const own of byLeader.values()) {
    for (const group of groupByDay(own)) if (group.length > 1) addRow(linear, 0, 1, columnsOf(group));
  }
  for (const [home, own] of groupByHome(model, [...byLeader.values()].flat())) {
    for (const group of groupByDay(own)) {
      const day = group[0]?.day ?? -1;
      addHostHeadRows(team, model, home, day, group);
      if (group.length < 2) continue;
      const cell = home * model.dayCount + day;
      const room = at(model.maxOut, home) - at(headsOut, cell) - at(deputiesOut, cell);
      addRow(linear, 0, Math.max(0, room), columnsOf(group));
      addRoleRows(linear, model, group);
    }
  }
}

/** HOSTHEAD: while a school of the model is reviewed, none of its heads is out. */
function addHostHeadRows(
  { linear, slotsOf, openOf }: TeamModel,
  model: Model,
  home: number,
  day: number,
  group: readonly Choice[],
): void {
  const slot = slotsOf.get(home)?.find((one) => one.day === day);
  if (!slot || !model.instance.config.hostHeadHome) return;
  for (const { leader, column } of group) {
    if (at(model.isHead, leader) === 0) continue;
    if (slot.taken >= 0) addRow(linear, 0, 1, [column, slot.taken]);
    else addRow(linear, -1, 0, [column, openOf.get(home) ?? 0], [1, -1]);
  }
}

function groupByDay(choices: readonly Choice[]): Iterable<Choice[]> {
  const groups = new Map<number, Choice[]>();
  for (const choice of choices) append(groups, choice.day, choice);
  return groups.values();
}
