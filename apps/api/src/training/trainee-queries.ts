import type { Db } from '@lateral/db/client';
import { memberships, people, roles, schools, trainingPlaces, trainingSessions } from '@lateral/db/schema';
import { reviewingRoles } from '@lateral/domain/people/roles';
import type { Reach } from '@lateral/domain/policy';
import { and, asc, eq, exists, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import { memberOn } from '../member-on.ts';
import { fullName, holdsOn } from '../roles-held.ts';

type Standing = 'trained' | 'booked' | 'neither';
export type TraineeFilter = { q?: string | undefined; standing?: Standing | undefined };
/** Who asks, and the day: all reviewers of members, or those of one's own schools and oneself. */
export type Asking = { reach: Reach; self: string; day: string };

/** Each reviewer with the school that they count for: as its head before all, then by name. */
function reviewersOf(db: Db, { reach, self, day }: Asking) {
  const member = db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.schoolId, schools.id), memberOn(day)));
  const isTheirs =
    reach.scope === 'own'
      ? or(inArray(roles.schoolId, [...reach.schoolIds]), eq(roles.personId, self))
      : exists(member);
  return db
    .selectDistinctOn([roles.personId], {
      personId: roles.personId,
      role: sql<(typeof reviewingRoles)[number]>`${roles.role}`.as('held_role'),
      schoolId: sql<string>`${schools.id}`.as('held_school_id'),
      schoolName: sql<string>`${schools.name}`.as('held_school_name'),
    })
    .from(roles)
    .innerJoin(schools, and(eq(schools.id, roles.schoolId), isNull(schools.absorbedBy)))
    .where(and(inArray(roles.role, [...reviewingRoles]), holdsOn(day), isTheirs))
    .orderBy(roles.personId, sql`${roles.role} <> 'headteacher'`, asc(schools.name))
    .as('held');
}

function build(db: Db, asking: Asking, { q, standing }: TraineeFilter) {
  const held = reviewersOf(db, asking);
  const hasPlace = exists(
    db
      .select({ one: sql`1` })
      .from(trainingPlaces)
      .innerJoin(trainingSessions, eq(trainingSessions.id, trainingPlaces.sessionId))
      .where(
        and(
          eq(trainingPlaces.personId, people.personId),
          eq(trainingSessions.kind, 'reviewer'),
          gte(trainingSessions.day, asking.day),
          isNull(trainingSessions.calledOffAt),
        ),
      ),
  );
  const standingNow = sql<Standing>`case when ${people.trainedOn} is not null then 'trained'
    when ${hasPlace} then 'booked' else 'neither' end`;
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const isFound = words.map(
    (word) => sql`position(${word} in lower(concat_ws(' ', ${fullName}, ${held.schoolName}))) > 0`,
  );
  const where = and(...isFound, standing ? sql`${standingNow} = ${standing}` : undefined);
  return { held, standingNow, where };
}

type Page = { after: (string | number | null)[] | null; limit: number };

/** Reviewers in order of name, one more than `limit`. */
export function listTrainees(db: Db, asking: Asking, filter: TraineeFilter, { after, limit }: Page) {
  const { held, standingNow, where } = build(db, asking, filter);
  const order = sql`(${people.lastName}, ${people.firstName}, ${people.personId})`;
  return db
    .select({
      personId: people.personId,
      name: fullName,
      lastName: people.lastName,
      firstName: people.firstName,
      role: held.role,
      schoolId: held.schoolId,
      schoolName: held.schoolName,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
      standing: standingNow,
    })
    .from(people)
    .innerJoin(held, eq(held.personId, people.personId))
    .where(and(where, after ? sql`${order} > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : undefined))
    .orderBy(asc(people.lastName), asc(people.firstName), asc(people.personId))
    .limit(limit + 1);
}

/** How many match, by how far they are trained. */
export async function countTrainees(db: Db, asking: Asking, filter: TraineeFilter) {
  const { held, standingNow, where } = build(db, asking, filter);
  const [row] = await db
    .select({
      trained: sql<number>`count(*) filter (where ${standingNow} = 'trained')::int`,
      booked: sql<number>`count(*) filter (where ${standingNow} = 'booked')::int`,
      neither: sql<number>`count(*) filter (where ${standingNow} = 'neither')::int`,
    })
    .from(people)
    .innerJoin(held, eq(held.personId, people.personId))
    .where(where);
  return row ?? { trained: 0, booked: 0, neither: 0 };
}

/** The coming sessions that these people have booked, the next first. */
export const listComing = (db: Db, personIds: readonly string[], day: string) =>
  db
    .select({
      personId: trainingPlaces.personId,
      sessionId: trainingSessions.id,
      kind: trainingSessions.kind,
      day: trainingSessions.day,
    })
    .from(trainingPlaces)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingPlaces.sessionId))
    .where(
      and(
        inArray(trainingPlaces.personId, [...personIds]),
        gte(trainingSessions.day, day),
        isNull(trainingSessions.calledOffAt),
      ),
    )
    .orderBy(asc(trainingSessions.day), asc(trainingSessions.id));

/** Somebody whom the asker may book, with how far they are trained; held, so that it does not change meanwhile. */
export async function lockTrainee(db: Db, personId: string, { reach, self, day }: Asking) {
  const [person] = await db
    .select({
      personId: people.personId,
      name: fullName,
      email: people.email,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
    })
    .from(people)
    .where(eq(people.personId, personId))
    .for('no key update');
  if (!person) return null;
  const held = await db
    .select({ role: roles.role, schoolId: roles.schoolId })
    .from(roles)
    .where(and(eq(roles.personId, personId), holdsOn(day)))
    .orderBy(asc(roles.schoolId));
  const own = held.filter(
    ({ schoolId }) => reach.scope === 'all' || reach.schoolIds.includes(schoolId ?? ''),
  );
  if (reach.scope === 'own' && own.length === 0 && personId !== self) return null;
  const reviewing = own.filter(({ role }) => (reviewingRoles as readonly string[]).includes(role));
  return { ...person, isReviewer: reviewing.length > 0, schoolId: reviewing[0]?.schoolId ?? null };
}
