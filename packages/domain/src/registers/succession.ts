import { type Establishment, isOpen } from './establishment.ts';
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

function walk(urn: number, links: LinkMap, facts: SuccessionFacts): { found: Step[]; path: Set<number> } {
  const path = new Set([urn]);
  const found: Step[] = [];
  const queue = [urn];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const step of links.forward.get(at) ?? []) {
      const next = facts.find(step.to);
      if (!next || path.has(step.to)) continue;
      if (isOpen(next)) found.push(step);
      else if (next.status === 'closed') queue.push(step.to);
      if (!isOpen(next)) path.add(step.to);
    }
  }
  return { found, path };
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
  const others = [...path, successor].flatMap((at) => [...(links.backward.get(at) ?? [])]);
  if (others.some((from) => !path.has(from) && isAfter(urn, from, facts))) return 'merger';
  return wasRunning(urn, successor, facts) ? 'merger' : 'conversion';
}

/** Another predecessor counts unless it closed long before, when it belongs to this school's own past. */
function isAfter(urn: number, other: number, facts: SuccessionFacts): boolean {
  const closed = facts.find(urn)?.closeDate;
  const otherClosed = facts.find(other)?.closeDate;
  return !closed || !otherClosed || daysBetween(otherClosed, closed) <= longestGapInDays;
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
