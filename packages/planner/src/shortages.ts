import { at } from './columns.ts';
import type { Model } from './compile.ts';
import type { Draft } from './draft.ts';
import { addArc, createNetwork, listShortSide, maximise, type Network } from './flow.ts';

/**
 * Which reviewer-days are short: those of heads, for the heads each team must have, or those of anyone. No rule asks
 * for a deputy, so deputies alone are never short.
 */
export type ShortRole = 'head' | 'any';

/** Schools that together need more days than those who may review them can give. All by index. */
export interface Shortage {
  role: ShortRole;
  shortDays: number;
  schools: number[];
  /** Leaders whose every day is claimed by these schools. */
  leaders: number[];
}

/** How large a shortage may be for its smallest core to be looked for: the work grows with the square of it. */
const coreLimit = 60;

const source = 0;
const sink = 1;

/**
 * Reviewer-days against seats as a maximum flow: units give days to their leaders, leaders to schools they may review
 * (a day of each at most), each school takes a team with enough heads. Needs, days that clash and colleagues are left
 * out, so a shortage is certain, while without one the season may still be impossible. `empty` is a draft with the
 * locked reviews only; `schools` are those to serve. Shortages that share nobody are told apart.
 */
export function findShortages(empty: Draft, schools: readonly number[]): Shortage[] {
  const roles: ShortRole[] = empty.model.instance.config.minHeads > 0 ? ['head', 'any'] : ['any'];
  return roles.flatMap((role) => {
    const built = build(empty, schools, role);
    const demand = schools.length * seatsOf(empty.model, role);
    const sent = maximise(built.network, source, sink);
    return sent === demand ? [] : splitShortage(built, role);
  });
}

/**
 * A smallest set of schools around `s` that is short by itself: leave out any other school, and it is no longer short.
 * Null where the shortage is too large to take apart.
 */
export function findCore(empty: Draft, { role, schools }: Shortage, s: number): number[] | null {
  if (schools.length > coreLimit) return null;
  let core = schools;
  for (const school of schools) {
    if (school === s) continue;
    const fewer = core.filter((one) => one !== school);
    if (isShort(empty, fewer, role)) core = fewer;
  }
  return core;
}

function isShort(empty: Draft, schools: readonly number[], role: ShortRole): boolean {
  const { network } = build(empty, schools, role);
  return maximise(network, source, sink) < schools.length * seatsOf(empty.model, role);
}

function seatsOf({ teamSize, instance }: Model, role: ShortRole): number {
  return role === 'head' ? instance.config.minHeads : teamSize;
}

interface Built {
  network: Network;
  schools: readonly number[];
  /** First nodes: schools have three each (heads come in by the first, deputies by the second, all leave by the third). */
  leaderNode: number;
  schoolNode: number;
}

function build(empty: Draft, schools: readonly number[], role: ShortRole): Built {
  const { model, load, unitLoad } = empty;
  const unitNode = 2;
  const leaderNode = unitNode + model.unitMax.length;
  const schoolNode = leaderNode + model.leaderCount;
  const network = createNetwork(schoolNode + 3 * schools.length);
  const seats = seatsOf(model, role);
  const deputySeats = role === 'head' ? 0 : seats - model.instance.config.minHeads;
  const used = new Set<number>();
  schools.forEach((s, i) => {
    const node = schoolNode + 3 * i;
    addArc(network, node, node + 2, seats);
    addArc(network, node + 1, node + 2, deputySeats);
    addArc(network, node + 2, sink, seats);
    for (const l of model.candidates[s] ?? []) {
      if (role === 'head' && at(model.isHead, l) === 0) continue;
      addArc(network, leaderNode + l, at(model.isHead, l) === 1 ? node : node + 1, 1);
      used.add(l);
    }
  });
  const units = new Set([...used].map((l) => at(model.unitOf, l)));
  for (const u of units)
    addArc(network, source, unitNode + u, Math.max(0, at(model.unitMax, u) - at(unitLoad, u)));
  for (const l of used) {
    const days = Math.max(0, at(model.maxReviews, l) - at(load, l));
    addArc(network, unitNode + at(model.unitOf, l), leaderNode + l, days);
  }
  return { network, schools, leaderNode, schoolNode };
}

/** The short side of the cut in parts that share neither leader nor unit. */
function splitShortage({ network, schools, leaderNode, schoolNode }: Built, role: ShortRole): Shortage[] {
  const short = listShortSide(network, sink);
  const partOf = joinParts(network, short);
  const parts = new Map<number, Shortage>();
  schools.forEach((s, i) => {
    const node = schoolNode + 3 * i + 2;
    if (!short[node]) return;
    const part = parts.get(partOf[node] ?? 0) ?? { role, shortDays: 0, schools: [], leaders: [] };
    parts.set(partOf[node] ?? 0, part);
    part.schools.push(s);
    part.shortDays += missing(network, node);
  });
  for (let node = leaderNode; node < schoolNode; node++) {
    if (short[node]) parts.get(partOf[node] ?? 0)?.leaders.push(node - leaderNode);
  }
  return [...parts.values()];
}

function missing({ arcsOf, head, room }: Network, node: number): number {
  const toSink = (arcsOf[node] ?? []).find((arc) => head[arc] === sink);
  return toSink === undefined ? 0 : (room[toSink] ?? 0);
}

/** For each node of the short side, the first node of its part. Parts join along arcs, source and sink apart. */
function joinParts(network: Network, short: readonly boolean[]): number[] {
  const partOf = network.arcsOf.map(() => -1);
  for (let first = sink + 1; first < short.length; first++) {
    if (short[first] && partOf[first] === -1) spreadPart(network, short, partOf, first);
  }
  return partOf;
}

function spreadPart(
  { arcsOf, head }: Network,
  short: readonly boolean[],
  partOf: number[],
  first: number,
): void {
  partOf[first] = first;
  const queue = [first];
  for (const node of queue) {
    for (const arc of arcsOf[node] ?? []) {
      const to = head[arc] ?? 0;
      if (to <= sink || !short[to] || partOf[to] !== -1) continue;
      partOf[to] = first;
      queue.push(to);
    }
  }
}
