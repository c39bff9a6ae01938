import type { Db } from '@lateral/db/client';
import { people, roles, schools, trainingPlaces, trainingSessions } from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import type { Reach } from '@lateral/domain/policy';
import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

const columns = {
  id: trainingSessions.id,
  version: trainingSessions.version,
  kind: trainingSessions.kind,
  day: trainingSessions.day,
  half: trainingSessions.half,
  startsAt: trainingSessions.startsAt,
  endsAt: trainingSessions.endsAt,
  place: trainingSessions.place,
  places: trainingSessions.places,
  calledOffAt: trainingSessions.calledOffAt,
  booked: sql<number>`(select count(*)::int from training_places p
    where p.partnership_id = training_sessions.partnership_id and p.session_id = training_sessions.id)`,
};
const select = (db: Db) => db.select(columns).from(trainingSessions).$dynamic();
export type SessionRow = Awaited<ReturnType<typeof select>>[number];

type Page = { after: (string | number | null)[] | null; limit: number };
const isOf = (when: 'coming' | 'past', today: string) =>
  when === 'coming' ? gte(trainingSessions.day, today) : lt(trainingSessions.day, today);

/** Sessions of today and later, the next first; or those before, the last first; one more than `limit`. */
export function listSessions(db: Db, when: 'coming' | 'past', today: string, { after, limit }: Page) {
  const { day, startsAt, id } = trainingSessions;
  const place = after && sql`(${after[0]}::date, ${after[1]}::text, ${after[2]}::uuid)`;
  const isComing = when === 'coming';
  const order = isComing ? asc : desc;
  const isAfter =
    place &&
    (isComing ? sql`(${day}, ${startsAt}, ${id}) > ${place}` : sql`(${day}, ${startsAt}, ${id}) < ${place}`);
  return select(db)
    .where(and(isOf(when, today), isAfter ?? undefined))
    .orderBy(order(day), order(startsAt), order(id))
    .limit(limit + 1);
}

export const countSessions = (db: Db, when: 'coming' | 'past', today: string) =>
  db.$count(trainingSessions, isOf(when, today));

export async function findSession(db: Db, sessionId: string) {
  const [row] = await select(db).where(eq(trainingSessions.id, sessionId));
  return row ?? null;
}

/** One session, held until the transaction ends: places are counted and taken by one at a time. */
export async function lockSession(db: Db, sessionId: string) {
  const [held] = await db
    .select({ id: trainingSessions.id })
    .from(trainingSessions)
    .where(eq(trainingSessions.id, sessionId))
    .for('update');
  return held ? findSession(db, sessionId) : null;
}

type NewSession = Omit<typeof trainingSessions.$inferInsert, 'id' | 'version' | 'calledOffAt'>;

export async function recordSession(db: Db, session: NewSession) {
  const [row] = await db.insert(trainingSessions).values(session).returning({ id: trainingSessions.id });
  if (!row) throw new Error('a session was not recorded');
  return row.id;
}

/** Changes a session: its version goes up, so that calendar programs take what they are sent. */
export const recordChange = (
  db: Db,
  sessionId: string,
  change: Partial<Omit<NewSession, 'partnershipId'>> & { calledOffAt?: Date },
) =>
  db
    .update(trainingSessions)
    .set({ ...change, version: sql`${trainingSessions.version} + 1` })
    .where(eq(trainingSessions.id, sessionId));

/** A school of a person's within somebody's reach, on a day: the first by name. */
const schoolIn = (reach: Reach, day: string) => {
  const isIn = reach.scope === 'own' ? inArray(roles.schoolId, [...reach.schoolIds]) : undefined;
  return sql<string | null>`(select ${schools.name} from ${roles} join ${schools}
      on ${schools.partnershipId} = ${roles.partnershipId} and ${schools.id} = ${roles.schoolId}
    where ${and(
      eq(roles.partnershipId, people.partnershipId),
      eq(roles.personId, people.personId),
      inArray(roles.role, [...reviewingRoles]),
      holdsOn(day),
      isIn,
    )} order by ${schools.name} limit 1)`;
};

/** Who has booked these sessions, within somebody's reach: by name. Of their own place everybody may know. */
export async function listPlaces(
  db: Db,
  sessionIds: readonly string[],
  { reach, self, day }: { reach: Reach; self: string; day: string },
) {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .select({
      sessionId: trainingPlaces.sessionId,
      personId: trainingPlaces.personId,
      name: fullName,
      email: people.email,
      schoolName: schoolIn(reach, day),
      attended: trainingPlaces.attended,
    })
    .from(trainingPlaces)
    .innerJoin(people, eq(people.personId, trainingPlaces.personId))
    .where(inArray(trainingPlaces.sessionId, [...sessionIds]))
    .orderBy(asc(people.lastName), asc(people.firstName), asc(people.personId));
  return rows.filter((row) => reach.scope === 'all' || row.schoolName !== null || row.personId === self);
}

/** Everybody who has booked a session, with what they were called and how far they are trained; held. */
export const lockBooked = (db: Db, sessionId: string) =>
  db
    .select({
      personId: people.personId,
      name: fullName,
      email: people.email,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
      attended: trainingPlaces.attended,
    })
    .from(trainingPlaces)
    .innerJoin(people, eq(people.personId, trainingPlaces.personId))
    .where(eq(trainingPlaces.sessionId, sessionId))
    .orderBy(asc(people.personId))
    .for('update');

export const recordPlace = (db: Db, place: Omit<typeof trainingPlaces.$inferInsert, 'attended'>) =>
  db.insert(trainingPlaces).values(place);

const isPlace = (sessionId: string, personId: string) =>
  and(eq(trainingPlaces.sessionId, sessionId), eq(trainingPlaces.personId, personId));

export const removePlace = (db: Db, sessionId: string, personId: string) =>
  db.delete(trainingPlaces).where(isPlace(sessionId, personId));

/** Says of these people whether they came. */
export const recordAttended = (db: Db, sessionId: string, personIds: readonly string[], attended: boolean) =>
  db
    .update(trainingPlaces)
    .set({ attended })
    .where(and(eq(trainingPlaces.sessionId, sessionId), inArray(trainingPlaces.personId, [...personIds])));

/** Every other session that these people came to. */
export const listOthersAttended = (db: Db, sessionId: string, personIds: readonly string[]) =>
  db
    .select({
      personId: trainingPlaces.personId,
      kind: trainingSessions.kind,
      day: trainingSessions.day,
    })
    .from(trainingPlaces)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingPlaces.sessionId))
    .where(
      and(
        inArray(trainingPlaces.personId, [...personIds]),
        eq(trainingPlaces.attended, true),
        sql`${trainingSessions.id} <> ${sessionId}`,
      ),
    );

/** Records how far people are trained: one statement, however many they are. */
export async function recordTrained(
  db: Db,
  rows: readonly { personId: string; trainedOn: string | null; canLead: boolean }[],
) {
  const after = JSON.stringify(
    rows.map(({ personId, trainedOn, canLead }) => ({ id: personId, day: trainedOn, lead: canLead })),
  );
  await db.execute(sql`
    update ${people} set trained_on = n.day, can_lead = n.lead
    from jsonb_to_recordset(${after}::jsonb) as n(id uuid, day date, lead boolean)
    where ${people.personId} = n.id`);
}
