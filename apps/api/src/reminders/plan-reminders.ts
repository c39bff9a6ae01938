import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import {
  isAboutSchools,
  quietSince,
  type ReminderKind,
  type ReminderRefusal,
  refusePersonReminder,
  refuseSchoolReminder,
} from '@lateral/domain/reminders/reminders';
import { notFound } from '../problems.ts';
import { listPersonStandings, listReminded, type Standing } from './queries.ts';
import { listSchoolStandings } from './school-queries.ts';

export type Due = { personId: string; name: string; email: string; schoolId: string; schoolName: string };
export type Left = { id: string; name: string | null; schoolName: string | null; why: ReminderRefusal };
type Judged = Standing & { why: ReminderRefusal | null };

/** Each of those that were chosen with why they are not reminded, or null; by what they have done, not by when they last were. */
export async function judge(
  db: Db,
  kind: ReminderKind,
  ids: readonly string[],
  day: string,
): Promise<Judged[]> {
  if (isAboutSchools(kind)) {
    const rows = await listSchoolStandings(db, kind, ids, day);
    return rows.map((row) => ({ ...row, why: refuseSchoolReminder(kind, row) }));
  }
  const rows = await listPersonStandings(db, ids, day);
  return rows.map((row) => ({
    ...row,
    why: refusePersonReminder(kind, { ...row, isLeader: row.schoolId !== null }),
  }));
}

/** Who of those that were chosen would be reminded, and who would not and why. Throws 404 when one is not here. */
export async function planReminders(db: Db, kind: ReminderKind, chosen: readonly string[], now: Date) {
  const ids = [...new Set(chosen)];
  const judged = await judge(db, kind, ids, dayInLondon(now));
  const found = new Set(judged.map((row) => subjectOf(kind, row)));
  if (found.size < ids.length) throw notFound();

  const personIds = [...new Set(judged.flatMap(({ personId }) => personId ?? []))];
  const lately = personIds.length === 0 ? [] : await listReminded(db, kind, personIds, quietSince(now));
  const keyOf = (row: { personId: string | null; schoolId: string | null }) =>
    isAboutSchools(kind) ? `${row.personId} ${row.schoolId}` : `${row.personId}`;
  const quiet = new Set(lately.map(keyOf));

  const due: Due[] = [];
  const left = new Map<string, Left>();
  for (const row of judged) {
    const why = row.why ?? (quiet.has(keyOf(row)) ? 'reminded-lately' : null);
    if (why === null) due.push(row as Due);
    else left.set(`${subjectOf(kind, row)}${why}`, describeLeft(kind, row, why));
  }
  return { due, left: [...left.values()] };
}

type Subject = { personId: string | null; schoolId: string | null };

/** What a reminder is about: the school, or the person themselves. */
export const subjectOf = (kind: ReminderKind, { personId, schoolId }: Subject) =>
  (isAboutSchools(kind) ? schoolId : personId) ?? '';

function describeLeft(kind: ReminderKind, row: Judged, why: ReminderRefusal): Left {
  return {
    id: subjectOf(kind, row),
    name: row.personId === null ? null : row.name,
    schoolName: row.schoolName,
    why,
  };
}

/** One mail for each person, with every school that it is about. */
export function gatherMails<Row extends Due>(due: readonly Row[]) {
  return [...Map.groupBy(due, ({ personId }) => personId)].map(([personId, rows]) => ({
    personId,
    name: rows[0]?.name ?? '',
    email: rows[0]?.email ?? '',
    schools: rows
      .map(({ schoolId, schoolName }) => ({ id: schoolId, name: schoolName }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }));
}
