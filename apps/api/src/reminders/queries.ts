import type { Db } from '@lateral/db/client';
import { partnerships, people, reminderBatches, reminders, roles, schools } from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { holdSeconds, type ReminderKind } from '@lateral/domain/reminders/reminders';
import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

/** One person of one school; the person is null where no head is known, the school where somebody leads none. */
export type Standing = {
  personId: string | null;
  name: string;
  email: string | null;
  schoolId: string | null;
  schoolName: string | null;
};

/** Reviews to come that somebody has been asked for and has not answered. */
const unansweredOn = (day: string) => sql<number>`(
  select count(*)::int
  from booked_seats s
  join bookings b using (partnership_id, season_id, school_id)
  where s.partnership_id = ${people.partnershipId} and s.person_id = ${people.personId}
    and s.state = 'asked' and b.state = 'booked' and s.day > ${day}
)`;

/** How people stand for what is theirs to do: a row for each school where they may review from, or one without a school. */
export const listPersonStandings = (db: Db, personIds: readonly string[], day: string) =>
  db
    .select({
      personId: people.personId,
      name: fullName,
      email: people.email,
      trainedOn: people.trainedOn,
      unanswered: unansweredOn(day),
      schoolId: schools.id,
      schoolName: schools.name,
    })
    .from(people)
    .leftJoin(
      roles,
      and(eq(roles.personId, people.personId), inArray(roles.role, [...reviewingRoles]), holdsOn(day)),
    )
    .leftJoin(schools, eq(schools.id, roles.schoolId))
    .where(inArray(people.personId, [...personIds]))
    .orderBy(asc(people.lastName), asc(people.firstName), asc(people.personId), asc(schools.name));

/** Who has been reminded of this since then, or is about to be, and for which school. */
export const listReminded = (db: Db, kind: ReminderKind, personIds: readonly string[], since: Date) =>
  db
    .select({ personId: reminders.personId, schoolId: reminders.schoolId })
    .from(reminders)
    .innerJoin(reminderBatches, eq(reminderBatches.id, reminders.batchId))
    .where(
      and(
        inArray(reminders.personId, [...personIds]),
        isNull(reminders.droppedWhy),
        eq(reminderBatches.kind, kind),
        ne(reminderBatches.state, 'undone'),
        gt(reminderBatches.madeAt, since),
      ),
    );

/** Holds these people: two that would remind them at once go one after the other. */
export const lockPeople = (db: Db, personIds: readonly string[]) =>
  db
    .select({ personId: people.personId })
    .from(people)
    .where(inArray(people.personId, [...personIds]))
    .orderBy(asc(people.personId))
    .for('update');

/** In whose name a mail is: the partnership, and the person who sends it. */
export async function findSender(db: Db, personId: string) {
  const [row] = await db
    .select({ partnership: partnerships.name, name: fullName, email: people.email })
    .from(people)
    .innerJoin(partnerships, eq(partnerships.id, people.partnershipId))
    .where(eq(people.personId, personId));
  if (!row) throw new Error(`nobody ${personId} here`);
  return row;
}

type NewBatch = Pick<
  typeof reminderBatches.$inferInsert,
  'partnershipId' | 'id' | 'kind' | 'note' | 'asked' | 'madeBy' | 'madeAt'
>;

/** Writes a batch that is held for its ten seconds; false when there is one with this id. */
export async function recordBatch(db: Db, batch: NewBatch) {
  const holdUntil = sql`now() + make_interval(secs => ${holdSeconds})`;
  const written = await db
    .insert(reminderBatches)
    .values({ ...batch, holdUntil })
    .onConflictDoNothing()
    .returning({ id: reminderBatches.id });
  return written.length > 0;
}

export async function recordReminders(db: Db, rows: readonly (typeof reminders.$inferInsert)[]) {
  for (let i = 0; i < rows.length; i += 2000) await db.insert(reminders).values(rows.slice(i, i + 2000));
}

/** Holds a batch until the transaction ends: sending it and undoing it meet here. `isDue` when its ten seconds are over. */
export async function lockBatch(db: Db, id: string) {
  const [row] = await db
    .select({
      id: reminderBatches.id,
      kind: reminderBatches.kind,
      note: reminderBatches.note,
      asked: reminderBatches.asked,
      madeBy: reminderBatches.madeBy,
      state: reminderBatches.state,
      isDue: sql<boolean>`${reminderBatches.holdUntil} <= clock_timestamp()`,
    })
    .from(reminderBatches)
    .where(eq(reminderBatches.id, id))
    .for('update');
  return row ?? null;
}

export const recordState = (db: Db, id: string, state: 'undone' | 'sent') =>
  db.update(reminderBatches).set({ state }).where(eq(reminderBatches.id, id));

export async function countMails(db: Db, batchId: string) {
  const [row] = await db
    .select({ mails: sql<number>`count(distinct ${reminders.mailId})::int` })
    .from(reminders)
    .where(eq(reminders.batchId, batchId));
  return row?.mails ?? 0;
}

const columns = {
  batchId: reminders.batchId,
  personId: reminders.personId,
  schoolId: reminders.schoolId,
  mailId: reminders.mailId,
};

/** The reminders of a batch that have not been dropped. */
export const listOfBatch = (db: Db, batchId: string) =>
  db
    .select(columns)
    .from(reminders)
    .where(and(eq(reminders.batchId, batchId), isNull(reminders.droppedWhy)));

/** What one mail of the outbox reminds of, dropped or not; nothing when it is no reminder. */
export const listOfMail = (db: Db, mailId: string) =>
  db
    .select({
      ...columns,
      droppedWhy: reminders.droppedWhy,
      kind: reminderBatches.kind,
      madeBy: reminderBatches.madeBy,
    })
    .from(reminders)
    .innerJoin(reminderBatches, eq(reminderBatches.id, reminders.batchId))
    .where(eq(reminders.mailId, mailId));

type Key = { batchId: string; personId: string; schoolId: string };
export const recordDropped = (db: Db, { batchId, personId, schoolId }: Key, why: string) =>
  db
    .update(reminders)
    .set({ droppedWhy: why })
    .where(
      and(eq(reminders.batchId, batchId), eq(reminders.personId, personId), eq(reminders.schoolId, schoolId)),
    );

/** Wakes a worker when the ten seconds are over, and once more later, in case the first has died in the middle. */
export async function wakeForReminders(db: Db, partnershipId: string, batchId: string) {
  const payload = JSON.stringify({ partnershipId, batchId });
  for (const delay of [holdSeconds, holdSeconds + 15])
    await db.execute(sql`select wake_worker('send-reminders', ${payload}::json, ${delay})`);
}
