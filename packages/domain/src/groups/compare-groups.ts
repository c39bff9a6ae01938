import type { GroupRow } from './group-files.ts';
import { type Group, type GroupMember, isTrust } from './groups.ts';

type Field = { field: string; before: string | boolean | null; after: string | boolean | null };
export type GroupChange = { kind: 'added' | 'changed' | 'closed'; group: Group; fields: Field[] };
export type MemberChange = { kind: 'added' | 'changed'; member: GroupMember; group: Group; fields: Field[] };
export type GroupComparison = { groups: GroupChange[]; members: MemberChange[]; unchanged: number };

const idOf = ({ uid, urn }: Pick<GroupMember, 'uid' | 'urn'>) => `${uid} ${urn}`;

/**
 * What files say of groups, set against what is known. Only groups in which schools of ours are or were count. A blank
 * never wipes out a known date; what a file does not speak of stays; a school is in one trust at a time.
 * @param isOurs whether a URN is one of a school of the partnership
 */
export function compareGroups(
  known: { groups: readonly Group[]; members: readonly GroupMember[] },
  rows: readonly GroupRow[],
  isOurs: (urn: number) => boolean,
): GroupComparison {
  const groups = new Map(known.groups.map((group) => [group.uid, group]));
  const members = new Map(known.members.map((member) => [idOf(member), member]));
  const seen = new Set<number>();
  const ours = new Set([
    ...groups.keys(),
    ...rows.flatMap(({ group, member }) => (member && isOurs(member.urn) ? group.uid : [])),
  ]);
  for (const { group, member } of rows) {
    if (!ours.has(group.uid)) continue;
    groups.set(group.uid, fill(groups.get(group.uid), group));
    seen.add(group.uid);
    if (member && isOurs(member.urn)) members.set(idOf(member), join(members.get(idOf(member)), member));
  }
  for (const [id, member] of members)
    members.set(id, { ...member, leftOn: leavingOf(member, groups, members) });
  return tell(known, groups, members, seen);
}

function fill(before: Group | undefined, now: Group): Group {
  return {
    ...now,
    openedOn: now.openedOn ?? before?.openedOn ?? null,
    closedOn: now.closedOn ?? before?.closedOn ?? null,
    isOpen: now.isOpen && (now.closedOn ?? before?.closedOn ?? null) === null,
  };
}

const join = (before: GroupMember | undefined, now: GroupMember): GroupMember => ({
  ...now,
  joinedOn: now.joinedOn ?? before?.joinedOn ?? null,
  leftOn: before?.leftOn ?? null,
});

/** When a school left: when its next trust took it, or its group closed; else as far as is known. */
function leavingOf(
  member: GroupMember,
  groups: ReadonlyMap<number, Group>,
  members: ReadonlyMap<string, GroupMember>,
) {
  const own = groups.get(member.uid);
  if (!own) return member.leftOn;
  const joined = member.joinedOn ?? '';
  const later = [...members.values()].flatMap((other) => {
    const group = groups.get(other.uid);
    const isNext = other.urn === member.urn && other.uid !== member.uid && (other.joinedOn ?? '') > joined;
    return group && isNext && isTrust(own.kind) && isTrust(group.kind) ? (other.joinedOn ?? []) : [];
  });
  return [...later, ...(own.closedOn ? [own.closedOn] : [])].sort()[0] ?? member.leftOn;
}

const plainFields = <T extends object>(
  before: T | undefined,
  after: T,
  names: readonly (keyof T & string)[],
) =>
  names.flatMap((field): Field[] => {
    const [from, to] = [before?.[field] ?? null, after[field] ?? null] as [Field['before'], Field['after']];
    return before && from !== to ? [{ field, before: from, after: to }] : [];
  });

function tell(
  known: { groups: readonly Group[]; members: readonly GroupMember[] },
  groups: ReadonlyMap<number, Group>,
  members: ReadonlyMap<string, GroupMember>,
  seen: ReadonlySet<number>,
): GroupComparison {
  const knownGroups = new Map(known.groups.map((group) => [group.uid, group]));
  const knownMembers = new Map(known.members.map((member) => [idOf(member), member]));
  let unchanged = 0;
  const groupChanges = [...groups.values()].flatMap((group): GroupChange[] => {
    const before = knownGroups.get(group.uid);
    const fields = plainFields(before, group, ['name', 'kind', 'openedOn', 'closedOn', 'isOpen']);
    if (!before) return [{ kind: 'added', group, fields }];
    if (fields.length === 0 && seen.has(group.uid)) unchanged += 1;
    if (fields.length === 0) return [];
    return [{ kind: before.isOpen && !group.isOpen ? 'closed' : 'changed', group, fields }];
  });
  const memberChanges = [...members.values()].flatMap((member): MemberChange[] => {
    const before = knownMembers.get(idOf(member));
    const group = groups.get(member.uid);
    const fields = plainFields(before, member, ['joinedOn', 'leftOn', 'hasSharedHead']);
    if (!group || (before && fields.length === 0)) return [];
    return [{ kind: before ? 'changed' : 'added', member, group, fields }];
  });
  return { groups: groupChanges, members: memberChanges, unchanged };
}
