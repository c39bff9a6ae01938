import type { Db } from '@lateral/db/client';
import { compareGroups, type GroupComparison } from '@lateral/domain/groups/compare-groups';
import {
  type GroupRow,
  readGroupHeader,
  readGroupRow,
  sayGroupRefusal,
} from '@lateral/domain/groups/group-files';
import type { RefusedCell } from '@lateral/domain/registers/refusals';
import { recordEvents } from '../events.ts';
import { listKnownGroups, recordGroupMembers, recordGroups } from './group-queries.ts';
import { listSchoolsByUrn } from './people-queries.ts';
import type { NewChange } from './queries.ts';
import {
  type Counts,
  type FileFault,
  goOn,
  noCounts,
  readEachFile,
  refusedRow,
  type Work,
} from './reading.ts';

export type GroupsReading = {
  comparison: GroupComparison;
  refused: NewChange[];
  counts: Counts;
  faults: FileFault[];
  /** The school of every URN that it has or has had. */
  schools: Map<number, { schoolId: string; name: string }>;
};

/** Reads the group files of an import and compares them with what is known. Nothing is written. */
export async function readGroups(db: Db, importId: string, work: Work): Promise<GroupsReading> {
  const schools = await listSchoolsByUrn(db);
  const known = await listKnownGroups(db);
  const knownUids = new Set(known.groups.map(({ uid }) => uid));
  const refused: NewChange[] = [];
  const rows: GroupRow[] = [];
  const others: GroupRow[] = [];
  const faults = await readEachFile(db, importId, work, async (file, table) => {
    const found = readGroupHeader(table.header);
    if ('fault' in found) return found.fault;
    for await (const { row, cells } of table.rows) {
      const reading = readGroupRow(found.header, cells);
      if ('refused' in reading) refuse(file, row, reading.refused);
      else if (!reading.member) others.push(reading);
      // Of the whole country's rows, only those of our schools are held.
      else if (schools.has(reading.member.urn)) rows.push(reading);
    }
    return null;
  });
  function refuse(file: string, row: number, cell: RefusedCell) {
    refused.push(refusedRow(file, row, cell.column, sayGroupRefusal(cell)));
  }

  const ours = new Set([...knownUids, ...rows.map(({ group }) => group.uid)]);
  const told = others.filter(({ group }) => ours.has(group.uid));
  const comparison = compareGroups(known, [...told, ...rows], (urn) => schools.has(urn));
  const counts = { ...noCounts(), refused: refused.length, unchanged: comparison.unchanged };
  for (const { kind } of [...comparison.groups, ...comparison.members]) counts[kind] += 1;
  return { comparison, refused, counts, faults, schools };
}

const shown = (value: string | boolean | null) => (value === null ? null : String(value));
const inWords = (fields: GroupComparison['groups'][number]['fields']) =>
  fields.map(({ field, before, after }) => ({ field, before: shown(before), after: shown(after) }));

/** The preview of a groups import: rows left out first, then groups, then who is in them. */
export const describeGroups = ({ comparison, refused, schools }: GroupsReading): NewChange[] => [
  ...refused,
  ...comparison.groups.map(
    ({ kind, group, fields }): NewChange => ({
      kind,
      name: group.name,
      on: group.closedOn,
      fields: inWords(fields),
    }),
  ),
  ...comparison.members.map(
    ({ kind, group, member, fields }): NewChange => ({
      kind,
      urn: member.urn,
      name: group.name,
      schoolName: schools.get(member.urn)?.name ?? String(member.urn),
      on: kind === 'added' ? member.joinedOn : null,
      fields: inWords(fields),
    }),
  ),
];

type Who = { partnershipId: string; personId: string | null };

/** Writes what a groups import says, in the caller's transaction. */
export async function applyGroups(db: Db, who: Who, reading: GroupsReading, now: Date, work: Work) {
  const { comparison, schools } = reading;
  const { partnershipId } = who;
  await recordGroups(
    db,
    comparison.groups.map(({ group }) => ({ partnershipId, ...group })),
  );
  goOn(work, { done: 1, total: 2, step: 'writing' });
  await recordGroupMembers(
    db,
    comparison.members.map(({ member }) => ({ partnershipId, ...member })),
  );
  const happened = comparison.members.flatMap(({ kind, member, group, fields }) => {
    const schoolId = schools.get(member.urn)?.schoolId;
    const hasLeft =
      member.leftOn !== null && (kind === 'added' || fields.some(({ field }) => field === 'leftOn'));
    if (!schoolId || (kind === 'changed' && !hasLeft)) return [];
    const on = hasLeft ? member.leftOn : member.joinedOn;
    return [{ kind: hasLeft ? 'group-left' : 'group-joined', schoolId, detail: { group: group.name, on } }];
  });
  await recordEvents(db, who, happened, now);
}
