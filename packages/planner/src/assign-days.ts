import { at, hasDay } from './columns.ts';
import { type Draft, lift, seat } from './draft.ts';
import { pick, type Random } from './random.ts';
import { isOpen, type Search, settle } from './search.ts';

/** How many reviews may be moved out of the way for each that has no day. */
const movesEach = 40;
/** What a review that has to give way counts against a dearer day, in cost points. */
const givingWay = 30;

/**
 * Finds days for reviews whose teams are chosen but which find no free day: one takes a day, and the reviews that stand
 * in its way take other days in turn, all with their own teams. What is left without a day stays unseated.
 */
export function assignDays(
  draft: Draft,
  search: Search,
  random: Random,
  undated: readonly { host: number; team: readonly number[] }[],
): void {
  const { model } = draft;
  const queue = [...undated];
  const members = new Int32Array(model.teamWidth);
  let moves = movesEach * undated.length;
  for (let next = queue.shift(); next && moves > 0; next = queue.shift()) {
    moves--;
    const { host, team } = next;
    members.set(team);
    const free = settle(draft, search, host, members, -1);
    if (free >= 0) {
      seat(draft, host, free, members, model.teamSize);
      continue;
    }
    const day = chooseDay(draft, random, host, team);
    if (day < 0) continue;
    for (const other of listBlockers(draft, host, team, day)) {
      const was = new Int32Array(model.teamWidth);
      lift(draft, other, was);
      queue.push({ host: other, team: Array.from(was.subarray(0, model.teamSize)) });
    }
    members.set(team);
    if (isOpen(draft, host, members, day) && settle(draft, search, host, members, day) === day) {
      seat(draft, host, day, members, model.teamSize);
    } else queue.push(next);
  }
  for (const { host, team } of queue) {
    members.set(team);
    const day = settle(draft, search, host, members, -1);
    if (day >= 0) seat(draft, host, day, members, model.teamSize);
  }
}

/** The day on which fewest others have to give way, chance deciding between equals; -1 where locked ones stand in all. */
function chooseDay(draft: Draft, random: Random, host: number, team: readonly number[]): number {
  const { model } = draft;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let d = 0; d < model.dayCount; d++) {
    if (!hasDay(model.hostDays, host * model.words, d)) continue;
    if (!team.every((l) => hasDay(model.leaderDays, l * model.words, d))) continue;
    const blockers = listBlockers(draft, host, team, d);
    if (blockers.some((other) => at(model.isLocked, other) === 1)) continue;
    const cost =
      at(model.dateCost, host * model.dayCount + d) + givingWay * blockers.length + pick(random, givingWay);
    if (cost >= least) continue;
    least = cost;
    best = d;
  }
  return best;
}

/**
 * Reviews on one day that may stand in the way of a host and its team: those that take a colleague of a member out, that
 * are held at a member's school, or that take a head of the host out.
 */
function listBlockers(draft: Draft, host: number, team: readonly number[], day: number): number[] {
  const { model } = draft;
  const found = new Set<number>();
  const addServed = (l: number) => {
    for (let k = 0; k < at(draft.load, l); k++) {
      const served = at(draft.serves, l * draft.serveStride + k);
      if (at(draft.day, served) === day) found.add(served);
    }
  };
  for (const l of team) {
    addServed(l);
    for (let k = at(model.homeStart, l); k < at(model.homeStart, l + 1); k++) {
      const home = at(model.homes, k);
      if (at(draft.day, home) === day) found.add(home);
      for (const colleague of model.leadersOf[home] ?? []) addServed(colleague);
    }
  }
  for (const l of model.leadersOf[host] ?? []) addServed(l);
  found.delete(host);
  return [...found];
}
