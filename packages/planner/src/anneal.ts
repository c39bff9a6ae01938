import { at } from './columns.ts';
import { type Draft, lift, seat } from './draft.ts';
import { type Bench, insertSchool, moveDay, swapReviewer } from './moves.ts';
import { pick } from './random.ts';

export interface Cooling {
  /** Temperatures in cost points, at the start and at the end. */
  from: number;
  to: number;
  /** How much of the work is done, 0 to 1; the loop ends at 1. Asked every 256 steps with the steps taken. */
  fraction: (steps: number) => number;
  /** Called as often as `fraction`, after it. */
  onPause: (fraction: number) => void;
}

/** Simulated annealing over legal drafts. Every move is legal; a dearer draft is accepted less as it cools. */
export function anneal(bench: Bench, { from, to, fraction, onPause }: Cooling): number {
  const { draft, random } = bench;
  const { hosts } = draft.model;
  let temperature = from;
  let steps = 0;
  if (hosts.length === 0) return 0;
  for (;;) {
    if ((steps & 255) === 0) {
      const done = fraction(steps);
      onPause(done);
      if (done >= 1) return steps;
      temperature = from * (to / from) ** done;
    }
    steps++;
    const limit = -temperature * Math.log(1 - random());
    takeStep(bench, hosts[pick(random, hosts.length)] as number, limit);
  }
}

/** How often a school without a review is looked for, while there is one. */
const insertShare = 0.01;

/** The next school without a review, from one place of the list of hosts on. */
function findOpen({ model, size }: Draft, start: number): number {
  const { hosts } = model;
  let k = start;
  for (let tries = 1; tries < hosts.length && at(size, hosts[k] as number) > 0; tries++)
    k = (k + 1) % hosts.length;
  return hosts[k] as number;
}

function takeStep(bench: Bench, s: number, limit: number): void {
  const { draft, random } = bench;
  const { model } = draft;
  const open =
    draft.unplaced > 0 && random() < insertShare ? findOpen(draft, pick(random, model.hosts.length)) : s;
  if (at(draft.size, open) === 0) {
    insertSchool(bench, open, limit);
    return;
  }
  if (random() < 0.03) {
    moveDay(bench, s, limit);
    return;
  }
  const candidates = model.candidates[s] as Int32Array;
  const chance = random();
  const l = at(candidates, Math.floor(chance * chance * candidates.length));
  swapReviewer(bench, s, pick(random, model.teamSize), l, limit);
}

/** A copy of what a draft holds, to come back to. */
export interface Snapshot {
  unplaced: number;
  cost: number;
  day: Int32Array;
  size: Int32Array;
  team: Int32Array;
}

export function createSnapshot({ unplaced, cost, day, size, team }: Draft): Snapshot {
  return { unplaced, cost, day: day.slice(), size: size.slice(), team: team.slice() };
}

/** Overwrites a snapshot with what the draft holds now. */
export function keepSnapshot(snapshot: Snapshot, { unplaced, cost, day, size, team }: Draft): void {
  snapshot.unplaced = unplaced;
  snapshot.cost = cost;
  snapshot.day.set(day);
  snapshot.size.set(size);
  snapshot.team.set(team);
}

/** Brings a draft back to a snapshot of the same model. Locked reviews are in both and stay. */
export function restoreSnapshot(draft: Draft, { day, size, team }: Snapshot): void {
  const { model } = draft;
  const gone = new Int32Array(model.teamWidth);
  for (const s of model.hosts) if (at(draft.size, s) > 0) lift(draft, s, gone);
  for (const s of model.hosts) {
    const row = s * model.teamWidth;
    if (at(size, s) > 0) seat(draft, s, at(day, s), team.subarray(row, row + model.teamWidth), at(size, s));
  }
}

/** Whether one is better than the other: fewer schools without a review, then less soft cost. */
export function isBetter(
  draft: Pick<Draft, 'unplaced' | 'cost'>,
  than: Pick<Draft, 'unplaced' | 'cost'>,
): boolean {
  return draft.unplaced < than.unplaced || (draft.unplaced === than.unplaced && draft.cost < than.cost);
}
