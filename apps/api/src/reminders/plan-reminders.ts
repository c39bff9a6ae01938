import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import {
  quietSince,
  type ReminderKind,
  type ReminderRefusal,
  refuseJoinReminder,
  refuseTrainReminder,
} from '@lateral/domain/reminders/reminders';
import { notFound } from '../problems.ts';
import { listJoinStandings, listReminded, listTrainStandings, type Standing } from './queries.ts';

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
  if (kind === 'join') {
    const rows = await listJoinStandings(db, ids, day);
    return rows.map((row) => ({
      ...row,
      why: refuseJoinReminder({ ...row, hasHead: row.personId !== null }),
    }));
  }
  const rows = await listTrainStandings(db, ids, day);
  return rows.map((row) => ({
    ...row,
    why: refuseTrainReminder({ ...row, isLeader: row.schoolId !== null }),
  }));
}

/** Who of those that were chosen would be reminded, and who would not and why. Throws 404 when one is not here. */
export async function planReminders(db: Db, kind: ReminderKind, chosen: readonly string[], now: Date) {
  const ids = [...new Set(chosen)];
  const judged = await judge(db, kind, ids, dayInLondon(now));
  const found = new Set(judged.map((row) => (kind === 'join' ? row.schoolId : row.personId)));
  if (found.size < ids.length) throw notFound();

  const personIds = [...new Set(judged.flatMap(({ personId }) => personId ?? []))];
  const lately = personIds.length === 0 ? [] : await listReminded(db, kind, personIds, quietSince(now));
  const keyOf = (row: { personId: string | null; schoolId: string | null }) =>
    kind === 'join' ? `${row.personId} ${row.schoolId}` : `${row.personId}`;
  const quiet = new Set(lately.map(keyOf));

  const due: Due[] = [];
  const left = new Map<string, Left>();
  for (const row of judged) {
    const why = row.why ?? (quiet.has(keyOf(row)) ? 'reminded-lately' : null);
    if (why === null) due.push(row as Due);
    else left.set(`${leftId(kind, row)}${why}`, describeLeft(kind, row, why));
  }
  return { due, left: [...left.values()] };
}

/** A school is left out whole when it has acted; one of its heads alone, when only they were reminded. */
const leftId = (kind: ReminderKind, { personId, schoolId }: Judged) =>
  (kind === 'join' ? schoolId : personId) ?? '';

function describeLeft(kind: ReminderKind, row: Judged, why: ReminderRefusal): Left {
  return {
    id: leftId(kind, row),
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
