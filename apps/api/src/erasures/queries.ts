import type { Db } from '@lateral/db/client';
import {
  erasures,
  events,
  importChanges,
  importRows,
  mails,
  notifications,
  people,
  persons,
  recoveries,
  roles,
  sessions,
} from '@lateral/db/schema';
import { erasedPerson } from '@lateral/domain/erasures/erasures';
import { and, eq, gte, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';
import type { Part } from './parts.ts';

/** The most records of one part that an export holds. */
const mostRecords = 20_000;

type Row = Record<string, never>;
export type Whose = { partnershipId: string; personId: string };

const names = ({ by }: Part, personId: string) =>
  sql.join(
    by.map((column) => sql`t.${sql.identifier(column)} = ${personId}::uuid`),
    sql` or `,
  );
const within = (partnershipId: string | null) =>
  partnershipId ? sql`and t.partnership_id = ${partnershipId}::uuid` : sql``;

/** One part of what is kept about a person, as it stands in its table. @param partnershipId null for a part of sign-in */
export async function listPart(db: Db, part: Part, personId: string, partnershipId: string | null) {
  const { rows } = await db.execute<{ record: Row }>(sql`
    select to_jsonb(t) - ${sql.param([...(part.without ?? [])])}::text[] as record
    from ${sql.identifier(part.table)} t
    where (${names(part, personId)}) ${within(partnershipId)} and ${sql.raw(part.shown ?? 'true')} limit ${mostRecords}`);
  return rows.map(({ record }) => record);
}

export async function countPart(db: Db, part: Part, personId: string, partnershipId: string | null) {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from ${sql.identifier(part.table)} t
    where (${names(part, personId)}) ${within(partnershipId)}`);
  return rows[0]?.n ?? 0;
}

export const deletePart = (db: Db, part: Part, personId: string, partnershipId: string | null) =>
  db.execute(sql`
    delete from ${sql.identifier(part.table)} t
    where (${names(part, personId)}) ${within(partnershipId)}`);

/** Holds a person's record, so that they are asked for and erased once. */
export const lockPerson = (db: Db, { partnershipId, personId }: Whose) =>
  db
    .select({ personId: people.personId })
    .from(people)
    .where(and(eq(people.partnershipId, partnershipId), eq(people.personId, personId)))
    .for('update');

/** A person as their partnership knows them, and every address that it has had for them; null when there is none. */
export async function findWhom(db: Db, { partnershipId, personId }: Whose) {
  const [row] = await db
    .select({ name: fullName, email: people.email })
    .from(people)
    .where(and(eq(people.partnershipId, partnershipId), eq(people.personId, personId)));
  if (!row) return null;
  const given = await db
    .select({ newEmail: recoveries.newEmail, oldEmail: recoveries.oldEmail })
    .from(recoveries)
    .where(
      and(
        eq(recoveries.partnershipId, partnershipId),
        eq(recoveries.personId, personId),
        eq(recoveries.state, 'done'),
      ),
    );
  const addresses = [
    row.email,
    ...given.flatMap(({ newEmail, oldEmail }) => [newEmail, oldEmail ?? []].flat()),
  ];
  return { name: row.name, addresses: [...new Set(addresses.map((one) => one.toLowerCase()))] };
}
export type Whom = NonNullable<Awaited<ReturnType<typeof findWhom>>>;

const anyOf = (text: SQL, wanted: readonly string[]) =>
  or(...wanted.map((one) => sql`position(${one} in lower(${text})) > 0`));

/** What happened and says who the person is: by id, by address, or by name in a school that they had a role in. */
const mentions = ({ partnershipId, personId }: Whose, { name, addresses }: Whom) =>
  and(
    eq(events.partnershipId, partnershipId),
    sql`${events.kind} not in ('erasure-asked', 'person-erased')`,
    or(
      anyOf(sql`${events.detail}::text`, [personId, ...addresses]),
      and(
        sql`${events.detail} ->> 'name' = ${name}`,
        sql`${events.schoolId} in (select school_id from roles r where r.partnership_id = ${partnershipId}::uuid and r.person_id = ${personId}::uuid)`,
      ),
    ),
  );

/** What a person did, and what happened that mentions them, the newest first. */
export async function listHistoryOf(db: Db, whose: Whose, whom: Whom) {
  const rows = await db
    .select({
      at: events.at,
      kind: events.kind,
      schoolId: events.schoolId,
      personId: events.personId,
      detail: events.detail,
    })
    .from(events)
    .where(
      or(
        mentions(whose, whom),
        and(eq(events.partnershipId, whose.partnershipId), eq(events.personId, whose.personId)),
      ),
    )
    .orderBy(sql`${events.id} desc`)
    .limit(mostRecords);
  return rows.map(({ at, personId, ...row }) => ({
    ...row,
    at: at.toISOString(),
    isTheirs: personId === whose.personId,
  })) as unknown as Row[];
}

export const countMentions = (db: Db, whose: Whose, whom: Whom) => db.$count(events, mentions(whose, whom));

/**
 * Takes what was said of a person out of the history: their payload and its salt go, its hash stays, so that the chain
 * still holds. @returns how many entries could not be, because they are not chained yet
 */
export async function blankMentions(db: Db, whose: Whose, whom: Whom) {
  await db
    .update(events)
    .set({ detail: {}, salt: null })
    .where(and(mentions(whose, whom), sql`${events.seq} is not null`));
  return db.$count(events, mentions(whose, whom));
}

/** For the sign-in desk: the mail that went to a person from a partnership, and the browsers they were signed in with there. */
export async function listMailOf(db: Db, partnershipId: string, addresses: readonly string[]) {
  const rows = await db
    .select({ subject: mails.subject, sentAt: mails.sentAt })
    .from(mails)
    .where(mailTo(partnershipId, addresses))
    .orderBy(sql`${mails.createdAt} desc`)
    .limit(mostRecords);
  return rows.map(
    ({ subject, sentAt }) => ({ subject, sentAt: sentAt?.toISOString() ?? null }) as unknown as Row,
  );
}
const mailTo = (partnershipId: string, addresses: readonly string[]) =>
  and(eq(mails.partnershipId, partnershipId), inArray(sql`lower(${mails.toAddress})`, [...addresses]));

export const countMailOf = (db: Db, partnershipId: string, addresses: readonly string[]) =>
  db.$count(mails, mailTo(partnershipId, addresses));

const sessionsPart: Part = { name: 'sessions', table: 'sessions', by: ['person_id'], erased: 'deleted' };
export const listSessionsOf = (db: Db, { partnershipId, personId }: Whose) =>
  listPart(db, sessionsPart, personId, partnershipId);

// What follows runs as the keeper.

export const deleteMailOf = (db: Db, partnershipId: string, addresses: readonly string[]) =>
  db.delete(mails).where(mailTo(partnershipId, addresses));

export const deleteSessionsOf = (db: Db, { partnershipId, personId }: Whose) =>
  db.delete(sessions).where(and(eq(sessions.personId, personId), eq(sessions.partnershipId, partnershipId)));

/** Empties a person's record, and ends every role of theirs the day before. */
export async function blankPerson(db: Db, { partnershipId, personId }: Whose, today: string) {
  await db
    .update(people)
    .set({
      ...erasedPerson(personId),
      trainedOn: null,
      canLead: false,
      addressConfirmedAt: null,
      addressConfirmedBy: null,
    })
    .where(and(eq(people.partnershipId, partnershipId), eq(people.personId, personId)));
  const theirs = and(eq(roles.partnershipId, partnershipId), eq(roles.personId, personId));
  await db.delete(roles).where(and(theirs, gte(roles.from, today)));
  await db
    .update(roles)
    .set({ to: sql`${today}::date - 1` })
    .where(and(theirs, or(isNull(roles.to), gte(roles.to, today))));
}

/** Takes back what others were told that says who the person is. */
export const deleteNotices = (db: Db, { partnershipId, personId }: Whose, { name, addresses }: Whom) =>
  db
    .delete(notifications)
    .where(
      and(
        eq(notifications.partnershipId, partnershipId),
        or(
          anyOf(sql`${notifications.detail}::text`, [personId, ...addresses]),
          sql`${notifications.detail} ->> 'name' = ${name}`,
        ),
      ),
    );

/** Takes a person out of what past imports said of them, and the files they were read from. */
export async function blankImports(db: Db, { partnershipId, personId }: Whose, { addresses }: Whom) {
  const mentioned = and(
    eq(importChanges.partnershipId, partnershipId),
    anyOf(sql`${importChanges.detail}::text`, [personId, ...addresses]),
  );
  await db.delete(importChanges).where(mentioned);
  // What an import wrote of them is not there to be put back.
  await db
    .delete(importRows)
    .where(
      and(
        eq(importRows.partnershipId, partnershipId),
        anyOf(sql`concat(${importRows.before}::text, ${importRows.after}::text)`, [personId, ...addresses]),
      ),
    );
  await db.execute(sql`
    delete from import_chunks c using imports i
    where i.partnership_id = c.partnership_id and i.id = c.import_id and i.partnership_id = ${partnershipId}::uuid
      and i.kind = 'people' and i.state in ('applied', 'failed', 'discarded', 'undone')`);
}

/** Whether another partnership still knows the person. */
export const isKnownElsewhere = async (db: Db, { partnershipId, personId }: Whose) =>
  (await db.$count(
    people,
    and(
      eq(people.personId, personId),
      ne(people.partnershipId, partnershipId),
      ne(people.email, erasedPerson(personId).email),
    ),
  )) > 0;

export const blankIdentity = (db: Db, personId: string) =>
  db
    .update(persons)
    .set({ email: erasedPerson(personId).email })
    .where(eq(persons.id, personId));

export const findErasure = async (db: Db, { partnershipId, personId }: Whose) => {
  const [row] = await db
    .select()
    .from(erasures)
    .where(and(eq(erasures.partnershipId, partnershipId), eq(erasures.personId, personId)));
  return row ?? null;
};

/** Asks for an erasure, once. */
export const recordErasure = (db: Db, erasure: typeof erasures.$inferInsert) =>
  db.insert(erasures).values(erasure).onConflictDoNothing().returning();

export const recordErased = (db: Db, { partnershipId, personId }: Whose, doneAt: Date) =>
  db
    .update(erasures)
    .set({ doneAt })
    .where(and(eq(erasures.partnershipId, partnershipId), eq(erasures.personId, personId)));

/** Of a partnership's brokers on a day: how many there are, and whether this person is one. Held until the transaction ends. */
export async function findBrokers(db: Db, { partnershipId, personId }: Whose, day: string) {
  const rows = await db
    .select({ personId: roles.personId })
    .from(roles)
    .where(and(eq(roles.partnershipId, partnershipId), eq(roles.role, 'broker'), holdsOn(day)))
    .for('update');
  const ids = new Set(rows.map((row) => row.personId));
  return { brokers: ids.size, isBroker: ids.has(personId) };
}

export const wakeEraser = (db: Db, whose: Whose) =>
  db.execute(sql`select wake_worker('erase-person', ${JSON.stringify(whose)}::json)`);
