import type { Person } from '@lateral/contract/people';
import type { Db } from '@lateral/db/client';
import { leaderDays, people, roles, schools } from '@lateral/db/schema';
import { type Role, reviewingRoles } from '@lateral/domain/people/roles';
import type { Reach } from '@lateral/domain/policy';
import { isRoleMailbox } from '@lateral/domain/sign-in/codes';
import { and, asc, eq, exists, inArray, isNotNull, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

export type PersonFilter = {
  q?: string | undefined;
  role?: Role | 'leaders' | undefined;
  trained?: 'yes' | 'no' | undefined;
};

function conditions(db: Db, reach: Reach, { q, role, trained }: PersonFilter, day: string): SQL | undefined {
  const wanted = role === 'leaders' ? [...reviewingRoles] : role ? [role] : undefined;
  const held = db
    .select({ one: sql`1` })
    .from(roles)
    .leftJoin(schools, eq(schools.id, roles.schoolId))
    .where(
      and(
        eq(roles.personId, people.personId),
        holdsOn(day),
        wanted ? inArray(roles.role, wanted) : undefined,
        reach.scope === 'own' ? inArray(roles.schoolId, [...reach.schoolIds]) : undefined,
        q?.trim() ? matches(q) : undefined,
      ),
    );
  const isTrained = trained && (trained === 'yes' ? isNotNull(people.trainedOn) : isNull(people.trainedOn));
  return and(exists(held), isTrained || undefined);
}

/** Every word typed is in the person's name or address, or in the name of their school. */
const matches = (q: string) =>
  and(
    ...q
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .map(
        (word) =>
          sql`(position(${word} in lower(concat_ws(' ', ${people.firstName}, ${people.lastName}, ${people.email}, ${schools.name}))) > 0)`,
      ),
  );

type Page = { after: (string | number | null)[] | null; limit: number };

/** People in order of name, one more than `limit`, with the roles they hold on the day. */
export async function listPeople(
  db: Db,
  reach: Reach,
  filter: PersonFilter,
  day: string,
  { after, limit }: Page,
) {
  const order = sql`(${people.lastName}, ${people.firstName}, ${people.personId})`;
  const rows = await selectPeople(db)
    .where(
      and(
        conditions(db, reach, filter, day),
        after ? sql`${order} > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(people.lastName), asc(people.firstName), asc(people.personId))
    .limit(limit + 1);
  return withRoles(db, rows, reach, day);
}

const selectPeople = (db: Db) =>
  db
    .select({
      personId: people.personId,
      firstName: people.firstName,
      lastName: people.lastName,
      name: fullName,
      email: people.email,
      trainedOn: people.trainedOn,
      canLead: people.canLead,
      addressConfirmedAt: people.addressConfirmedAt,
      awayDays: sql<number>`(select count(*)::int from leader_days d where d.partnership_id = ${people.partnershipId} and d.person_id = ${people.personId})`,
    })
    .from(people)
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectPeople>>[number];

async function withRoles(db: Db, rows: Row[], reach: Reach, day: string) {
  const ids = rows.map(({ personId }) => personId);
  const held = await listRolesOf(db, ids, reach, day);
  return rows.map((row) => ({ ...row, address: addressOf(row), roles: held.get(row.personId) ?? [] }));
}

/** One person with a role on the day, within somebody's reach; null when there is none. */
export async function findPerson(db: Db, reach: Reach, personId: string, day: string) {
  const rows = await selectPeople(db).where(
    and(conditions(db, reach, {}, day), eq(people.personId, personId)),
  );
  return (await withRoles(db, rows, reach, day))[0] ?? null;
}

/** How far an address is known to be its person's own. */
function addressOf({ email, addressConfirmedAt }: { email: string; addressConfirmedAt: Date | null }) {
  if (isRoleMailbox(email)) return 'role-mailbox' as const;
  return addressConfirmedAt ? ('confirmed' as const) : ('unconfirmed' as const);
}

export const countPeople = (db: Db, reach: Reach, filter: PersonFilter, day: string) =>
  db.$count(people, conditions(db, reach, filter, day));

async function listRolesOf(db: Db, personIds: string[], reach: Reach, day: string) {
  if (personIds.length === 0) return new Map<string, Person['roles']>();
  const rows = await db
    .select({
      personId: roles.personId,
      role: roles.role,
      schoolId: roles.schoolId,
      schoolName: schools.name,
      from: roles.from,
      to: roles.to,
    })
    .from(roles)
    .leftJoin(schools, eq(schools.id, roles.schoolId))
    .where(
      and(
        inArray(roles.personId, personIds),
        holdsOn(day),
        reach.scope === 'own' ? inArray(roles.schoolId, [...reach.schoolIds]) : undefined,
      ),
    )
    .orderBy(asc(roles.role), asc(schools.name));
  const byPerson = new Map<string, Person['roles']>();
  for (const { personId, ...role } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), role]);
  return byPerson;
}

/** Which of these people there are, held until the transaction ends. */
export const lockPeople = (db: Db, personIds: readonly string[]) =>
  db
    .select({
      personId: people.personId,
      email: people.email,
      addressConfirmedAt: people.addressConfirmedAt,
    })
    .from(people)
    .where(inArray(people.personId, [...personIds]))
    .orderBy(asc(people.personId))
    .for('update');

export const recordAddressConfirmed = (
  db: Db,
  personIds: readonly string[],
  confirmed: { addressConfirmedAt: Date | null; addressConfirmedBy: string | null },
) =>
  db
    .update(people)
    .set(confirmed)
    .where(inArray(people.personId, [...personIds]));

export const recordTraining = (
  db: Db,
  personIds: readonly string[],
  training: { trainedOn: string; canLead?: boolean },
) =>
  db
    .update(people)
    .set(training)
    .where(inArray(people.personId, [...personIds]));

/** The days on which a leader cannot go out. One that stays keeps how much of it they are away. */
export async function replaceAwayDays(
  db: Db,
  partnershipId: string,
  personId: string,
  days: readonly string[],
) {
  await db
    .delete(leaderDays)
    .where(and(eq(leaderDays.personId, personId), notInArray(leaderDays.day, [...days])));
  if (days.length > 0)
    await db
      .insert(leaderDays)
      .values(days.map((day) => ({ partnershipId, personId, day })))
      .onConflictDoNothing();
}
