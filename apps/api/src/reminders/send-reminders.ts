import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { isAboutSchools, type ReminderKind, type ReminderRefusal } from '@lateral/domain/reminders/reminders';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { findOpenRound } from '../open-round.ts';
import { postMails } from '../outbox.ts';
import { findVersionInForce } from '../version-in-force.ts';
import { composeMail } from './compose-mail.ts';
import { type Due, gatherMails, judge, subjectOf } from './plan-reminders.ts';
import { findSender, listOfBatch, listOfMail, lockBatch, recordDropped, recordState } from './queries.ts';

type Row = { batchId: string; personId: string; schoolId: string; mailId: string };
type Told = Row & Due;
type Calls = { now: Date; publicUrl: string };
type By = { partnershipId: string; personId: string | null };

/**
 * Puts a batch whose ten seconds are over into the outbox, all of it in one transaction, but for those who have
 * acted in the meantime. Does nothing when it was undone or has been sent, however many workers try.
 */
export async function sendReminders(
  db: Db,
  partnershipId: string,
  batchId: string,
  { now, publicUrl }: Calls,
) {
  const batch = await lockBatch(db, batchId);
  if (batch?.state !== 'held') return;
  // Thrown, so that the queue tries again: a worker is never woken before its time.
  if (!batch.isDue) throw new Error(`batch ${batchId} is not due yet`);
  const by = { partnershipId, personId: batch.madeBy };
  const still = await dropActed(db, by, batch.kind, await listOfBatch(db, batchId), now);
  const sender = await findSender(db, batch.madeBy);
  const today = dayInLondon(now);
  const told = { ...batch, inForce: await findVersionInForce(db), round: await findOpenRound(db, today) };
  const mailIds = new Map(still.map(({ personId, mailId }) => [personId, mailId]));
  const mails = gatherMails(still).map((mail) => {
    const id = mailIds.get(mail.personId);
    const words = composeMail(sender, told, mail, publicUrl, today);
    return { ...(id && { id }), partnershipId, to: mail.email, ...words };
  });
  await postMails(db, mails, now);
  await recordEvents(
    db,
    by,
    still.map(({ schoolId, name }) => ({
      kind: 'reminder-sent',
      schoolId,
      detail: { about: batch.kind, name },
    })),
    now,
  );
  const notices = toldOnce(batch.kind, still).map(({ schoolId, personId }) => ({
    kind: 'reminded' as const,
    schoolId,
    personId,
    detail: { about: batch.kind },
  }));
  await notify(db, by, notices, now);
  await recordState(db, batchId, 'sent');
}

/** What is about a person is told them once, of however many schools they are. */
const toldOnce = (kind: ReminderKind, rows: readonly Told[]) =>
  isAboutSchools(kind) ? rows : [...new Map(rows.map((row) => [row.personId, row])).values()];

/**
 * Whether a mail of the outbox should still go: false for a reminder when everybody it is about has acted since,
 * which may be hours when the mail server was away.
 */
export async function isStillWanted(
  db: Db,
  partnershipId: string,
  mailId: string,
  now: Date,
): Promise<boolean> {
  const rows = await listOfMail(db, mailId);
  const [first] = rows;
  if (!first) return true;
  const left = rows.filter(({ droppedWhy }) => droppedWhy === null);
  const still = await dropActed(db, { partnershipId, personId: first.madeBy }, first.kind, left, now);
  return still.length > 0;
}

/** Drops those who have acted, with the reason and an event. @returns the others, with what a mail needs to know */
async function dropActed(
  db: Db,
  by: By,
  kind: ReminderKind,
  rows: readonly Row[],
  now: Date,
): Promise<Told[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map((row) => subjectOf(kind, row)))];
  const judged = await judge(db, kind, ids, dayInLondon(now));
  const keyOf = (row: { personId: string | null; schoolId: string | null }) =>
    `${row.personId} ${row.schoolId}`;
  const today = new Map(judged.map((row) => [keyOf(row), row]));
  const still: Told[] = [];
  for (const row of rows) {
    const found = today.get(keyOf(row));
    const why = found ? found.why : whyGone(kind, judged, row);
    if (why === null && found) still.push({ ...row, ...(found as Due) });
    else await drop(db, by, kind, row, why ?? nobody(kind), now);
  }
  return still;
}

/** Why somebody is no longer among those who could be reminded: what their school has done, else that their role has ended. */
const whyGone = (
  kind: ReminderKind,
  judged: Awaited<ReturnType<typeof judge>>,
  { schoolId }: Row,
): ReminderRefusal => {
  if (!isAboutSchools(kind)) return 'not-a-leader';
  return judged.find((one) => one.schoolId === schoolId)?.why ?? nobody(kind);
};

const nobody = (kind: ReminderKind): ReminderRefusal => (kind === 'co-sign' ? 'no-chair' : 'no-head');

async function drop(db: Db, by: By, kind: ReminderKind, row: Row, why: ReminderRefusal, now: Date) {
  await recordDropped(db, row, why);
  const detail = { about: kind, why };
  await recordEvents(db, by, [{ kind: 'reminder-dropped', schoolId: row.schoolId, detail }], now);
}
