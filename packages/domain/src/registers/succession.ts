import type { Establishment, EstablishmentStatus } from './establishment.ts';
import { isJoining, isSplitting, type Link, meaningOf } from './links.ts';

/** Why we say that one record took over from another: the link rows that said so. */
export interface SuccessionBasis {
  linkType: string;
  linkDate: string | null;
  /** On whose row it stood. Nationally 440 successors have no link back, so either side is enough. */
  statedBy: 'predecessor' | 'successor' | 'both';
}

/** `conversion`: one school went on under a new URN. `merger`: it went into a school with others. */
export const successionShapes = ['conversion', 'merger', 'split'] as const;
export type SuccessionShape = (typeof successionShapes)[number];

/** A closed record and the open ones that took over from it. */
export interface Succession {
  predecessor: number;
  successors: number[];
  shape: SuccessionShape;
  basis: SuccessionBasis;
}

/** The facts that following needs, by URN. */
export interface SuccessionFacts {
  find(urn: number): Establishment | undefined;
  /** Was this record already open in the register before the present import? */
  wasOpen(urn: number): boolean;
}

interface Step extends SuccessionBasis {
  to: number;
}

/** Links by URN, in both directions, with undirected ones turned by who has closed. */
export interface LinkMap {
  forward: ReadonlyMap<number, readonly Step[]>;
  backward: ReadonlyMap<number, ReadonlySet<number>>;
}

/** A term and a little: an academy may open some weeks after the school that it continues has closed. */
const longestGapInDays = 120;

/** Reads a links file once into a map that is looked up by URN. */
export function mapLinks(links: Iterable<Link>, facts: SuccessionFacts): LinkMap {
  const forward = new Map<number, Step[]>();
  const backward = new Map<number, Set<number>>();
  for (const link of links) {
    const edge = directLink(link, facts);
    if (!edge) continue;
    const steps = forward.get(edge.from) ?? [];
    if (steps.length === 0) forward.set(edge.from, steps);
    const known = steps.find((step) => step.to === edge.step.to);
    if (!known) steps.push(edge.step);
    else if (known.statedBy !== edge.step.statedBy) Object.assign(known, agree(known, edge.step));
    const before = backward.get(edge.step.to) ?? new Set();
    backward.set(edge.step.to, before.add(edge.from));
  }
  return { forward, backward };
}

/**
 * Follows a closed record to the open ones after it, over records that opened and closed in between.
 * **A school's identity goes on only where one school became one school.** Where several became one,
 * or one became several, or the successor was already a school of its own, each successor lists its
 * predecessors and nobody's history is handed to another.
 */
export function followSuccession(urn: number, links: LinkMap, facts: SuccessionFacts): Succession | null {
  const { found, path } = walk(urn, links, facts);
  const first = found[0];
  if (!first) return null;
  const successors = [...new Set(found.map((step) => step.to))];
  const { linkType, linkDate, statedBy } = first;
  const basis = { linkType, linkDate, statedBy };
  return { predecessor: urn, successors, shape: shapeOf(urn, successors, path, links, facts), basis };
}

/** Breadth first through records that have closed in turn; a circle of links ends where it began. */
function walk(urn: number, links: LinkMap, facts: SuccessionFacts): { found: Step[]; path: Set<number> } {
  const path = new Set([urn]);
  const found: Step[] = [];
  for (const at of path) {
    const steps = links.forward.get(at) ?? [];
    found.push(...steps.filter(({ to }) => isStatus(facts, to, 'open', 'proposed-to-close')));
    for (const { to } of steps.filter((step) => isStatus(facts, step.to, 'closed'))) path.add(to);
  }
  return { found, path };
}

function isStatus(facts: SuccessionFacts, urn: number, ...statuses: EstablishmentStatus[]): boolean {
  const record = facts.find(urn);
  return record !== undefined && statuses.includes(record.status);
}

function shapeOf(
  urn: number,
  successors: readonly number[],
  path: ReadonlySet<number>,
  links: LinkMap,
  facts: SuccessionFacts,
): SuccessionShape {
  const [successor] = successors;
  if (successor === undefined || successors.length > 1) return 'split';
  const types = [...path].flatMap((at) => links.forward.get(at) ?? []).map((step) => step.linkType);
  if (types.some(isSplitting)) return 'split';
  if (types.some(isJoining)) return 'merger';
  const taken = [successor, ...path].filter((at) => at !== urn);
  const others = taken.flatMap((at) => [...(links.backward.get(at) ?? [])]).filter((at) => !path.has(at));
  if (others.some((other) => [...path].some((at) => closedTogether(at, other, facts)))) return 'merger';
  return wasRunning(urn, successor, facts) ? 'merger' : 'conversion';
}

/** Another predecessor counts unless it closed at another time: then it is the successor's own story. */
function closedTogether(one: number, other: number, facts: SuccessionFacts): boolean {
  const closed = facts.find(one)?.closeDate;
  const otherClosed = facts.find(other)?.closeDate;
  return !closed || !otherClosed || Math.abs(daysBetween(otherClosed, closed)) <= longestGapInDays;
}

/** The successor was a school of its own before this one closed. */
function wasRunning(urn: number, successor: number, facts: SuccessionFacts): boolean {
  const opened = facts.find(successor)?.openDate;
  const closed = facts.find(urn)?.closeDate;
  if (opened && closed) return daysBetween(opened, closed) > longestGapInDays;
  return facts.wasOpen(successor);
}

function directLink(link: Link, facts: SuccessionFacts): { from: number; step: Step } | null {
  const { linkType, linkDate } = link;
  const meaning = meaningOf(linkType);
  if (meaning === 'successor')
    return { from: link.urn, step: { to: link.linkUrn, linkType, linkDate, statedBy: 'predecessor' } };
  if (meaning === 'predecessor')
    return { from: link.linkUrn, step: { to: link.urn, linkType, linkDate, statedBy: 'successor' } };
  if (meaning === 'unrelated') return null;
  const closed = (urn: number) => facts.find(urn)?.status === 'closed';
  if (closed(link.urn) === closed(link.linkUrn)) return null;
  return closed(link.urn)
    ? { from: link.urn, step: { to: link.linkUrn, linkType, linkDate, statedBy: 'predecessor' } }
    : { from: link.linkUrn, step: { to: link.urn, linkType, linkDate, statedBy: 'successor' } };
}

/** Both sides speak: the closed school's own word for it comes first. */
function agree(one: Step, other: Step): Step {
  const told = one.statedBy === 'predecessor' ? one : other;
  return { ...told, linkDate: told.linkDate ?? one.linkDate ?? other.linkDate, statedBy: 'both' };
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
