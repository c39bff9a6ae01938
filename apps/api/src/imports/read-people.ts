import type { Db } from '@lateral/db/client';
import { readPeopleHeader, sayPeopleHeaderFault } from '@lateral/domain/people-files/columns';
import { createPeopleComparison, type PersonChange } from '@lateral/domain/people-files/compare-people';
import { sayPersonRefusal } from '@lateral/domain/people-files/person-refusals';
import { createPersonReader, type PersonReading } from '@lateral/domain/people-files/person-row';
import { listKnownPeople, listSchoolsByUrn } from './people-queries.ts';
import type { NewChange } from './queries.ts';
import { type Counts, type FileFault, noCounts, readEachFile, refusedRow, type Work } from './reading.ts';

export type PeopleReading = {
  changes: PersonChange[];
  refused: NewChange[];
  counts: Counts;
  faults: FileFault[];
  /** The school of every URN that it has or has had. */
  schools: Map<number, { schoolId: string; name: string }>;
};

/** Reads the files of a people import and compares them with the roles that are known. Nothing is written. */
export async function readPeople(db: Db, importId: string, work: Work): Promise<PeopleReading> {
  const schools = await listSchoolsByUrn(db);
  const comparison = createPeopleComparison(
    await listKnownPeople(db),
    (urn) => schools.get(urn)?.schoolId ?? urn,
  );
  const refused: NewChange[] = [];
  const changes: PersonChange[] = [];
  let unchanged = 0;
  const faults = await readEachFile(db, importId, work, async (file, table) => {
    const found = readPeopleHeader(table.header);
    if ('fault' in found) return sayPeopleHeaderFault(found);
    const reader = createPersonReader(found.header);
    const urnColumn = found.header.names[found.header.positions.get('urn') ?? 0] ?? 'URN';
    for await (const { row, cells } of table.rows) {
      const refusal = take(reader.read(row, cells), urnColumn);
      if (refusal) refused.push(refusedRow(file, row, refusal.column, refusal.reason));
    }
    return null;
  });

  function take(reading: PersonReading, urnColumn: string) {
    if ('refused' in reading)
      return { column: reading.refused.column, reason: sayPersonRefusal(reading.refused) };
    if (!schools.has(reading.person.urn))
      return { column: urnColumn, reason: unknownSchool(urnColumn, reading.person.urn) };
    const change = comparison.compare(reading.person);
    const { from, to } = change?.person ?? {};
    if (from && to && to < from) {
      const reason = sayPersonRefusal({
        column: 'to',
        reason: 'ends-before-it-begins',
        params: { from, to },
      });
      return { column: 'to', reason };
    }
    if (change) changes.push(change);
    else unchanged += 1;
    return null;
  }
  const counts = { ...noCounts(), unchanged, refused: refused.length };
  for (const { kind } of changes) counts[kind] += 1;
  return { changes, refused, counts, faults, schools };
}

const unknownSchool = (column: string, urn: number) =>
  `The cell “${column}” says “${urn}”. We have no school with that URN. Import the register first.`;

const shown = (value: string | number | boolean | null) => (value === null ? null : String(value));

/** The preview of a people import: rows left out first. */
export const describePeople = ({ changes, refused, schools }: PeopleReading): NewChange[] => [
  ...refused,
  ...changes.map(
    ({ kind, person, fields }): NewChange => ({
      kind,
      urn: person.urn,
      name: `${person.firstName} ${person.lastName}`,
      role: person.role,
      schoolName: schools.get(person.urn)?.name ?? String(person.urn),
      fields: fields.map(({ field, before, after }) => ({
        field,
        before: shown(before),
        after: shown(after),
      })),
    }),
  ),
];
