import type { ChangeKind } from '../imports/states.ts';
import { type Establishment, isOpen } from './establishment.ts';
import { type FieldChange, listFieldChanges, mergeFacts } from './facts.ts';
import type { Link } from './links.ts';
import { followSuccession, mapLinks, type Succession, type SuccessionFacts } from './succession.ts';

/** A record as we hold it from earlier files. */
export interface KnownEstablishment {
  establishment: Establishment;
  /** We have held it open in some file: it may be a member and have a history to carry. */
  everOpen: boolean;
  /** The successor that an earlier import has already followed it to. */
  followedBy: number | null;
}

/** What an import may do to a record that could be read. */
export type ComparedKind = Exclude<ChangeKind, 'refused' | 'unsettled'>;

/**
 * What one import would do. `establishment` is the whole record as it would then stand; `continues`
 * is the URN of the closed record whose school goes on under this one.
 */
export type Change =
  | {
      kind: Exclude<ComparedKind, 'converted'>;
      establishment: Establishment;
      fields: FieldChange[];
      continues: number | null;
    }
  | { kind: 'converted'; establishment: Establishment; fields: FieldChange[]; succession: Succession };

export interface Comparison {
  changes: Change[];
  unchanged: number;
}

/** Compares a file row by row with what is known; only records that differ are kept in memory. */
export function createComparison(known: Iterable<KnownEstablishment>) {
  const before = new Map<number, KnownEstablishment>();
  for (const one of known) before.set(one.establishment.urn, one);
  const changes = new Map<number, Change>();
  let unchanged = 0;
  return {
    add(incoming: Establishment): void {
      const change = judge(before.get(incoming.urn), incoming);
      if (change) changes.set(incoming.urn, change);
      else unchanged += 1;
    },
    /**
     * Follows the schools that we knew open and that are now closed. Records missing from the file
     * stay as they are: a file of one area or one day's gap closes nobody. May be finished with no
     * row added, when a links file arrives later than the register.
     */
    finish(links: Iterable<Link>): Comparison {
      const facts = factsOver(before, changes);
      for (const succession of listSuccessions(before, links, facts)) convert(before, changes, succession);
      return { changes: [...changes.values()], unchanged };
    },
  };
}

/** How many of each kind. `converted` counts every school followed to an open record, mergers included. */
export function countChanges({ changes, unchanged }: Comparison): Record<ComparedKind | 'unchanged', number> {
  const counts = { added: 0, changed: 0, closed: 0, reopened: 0, converted: 0, unchanged };
  for (const change of changes) counts[change.kind] += 1;
  return counts;
}

function judge(known: KnownEstablishment | undefined, incoming: Establishment): Change | null {
  if (!known) return { kind: 'added', establishment: incoming, fields: [], continues: null };
  const establishment = mergeFacts(known.establishment, incoming);
  const fields = listFieldChanges(known.establishment, establishment);
  if (fields.length === 0) return null;
  return { kind: kindOfChange(known.establishment, establishment), establishment, fields, continues: null };
}

/** A record that was only proposed and is now open is a change; closed and open again is a reopening. */
function kindOfChange(before: Establishment, after: Establishment): 'changed' | 'closed' | 'reopened' {
  if (before.status !== 'closed' && after.status === 'closed') return 'closed';
  return before.status === 'closed' && isOpen(after) ? 'reopened' : 'changed';
}

function factsOver(
  before: ReadonlyMap<number, KnownEstablishment>,
  changes: ReadonlyMap<number, Change>,
): SuccessionFacts {
  return {
    find: (urn) => changes.get(urn)?.establishment ?? before.get(urn)?.establishment,
    wasOpen: (urn) => {
      const known = before.get(urn);
      return known !== undefined && isOpen(known.establishment);
    },
  };
}

function listSuccessions(
  before: ReadonlyMap<number, KnownEstablishment>,
  links: Iterable<Link>,
  facts: SuccessionFacts,
): Succession[] {
  const map = mapLinks(links, facts);
  const found: Succession[] = [];
  for (const [urn, known] of before) {
    const held = known.everOpen || isOpen(known.establishment);
    if (!held || known.followedBy !== null || facts.find(urn)?.status !== 'closed') continue;
    const succession = followSuccession(urn, map, facts);
    if (succession) found.push(succession);
  }
  return found;
}

function convert(
  before: ReadonlyMap<number, KnownEstablishment>,
  changes: Map<number, Change>,
  succession: Succession,
): void {
  const { predecessor, successors, shape } = succession;
  const present = changes.get(predecessor);
  const establishment = present?.establishment ?? before.get(predecessor)?.establishment;
  if (!establishment) return;
  changes.set(predecessor, { kind: 'converted', establishment, fields: present?.fields ?? [], succession });
  const after = changes.get(successors[0] ?? 0);
  if (shape === 'conversion' && after && after.kind !== 'converted') after.continues = predecessor;
}
