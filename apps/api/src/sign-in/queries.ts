import type { Db } from '@lateral/db/client';
import {
  mails,
  partnerships,
  people,
  persons,
  refreshTokens,
  roles,
  schools,
  sessions,
  signInLinks,
} from '@lateral/db/schema';
import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { fullName, holdsOn } from '../roles-held.ts';

/** Mail shown in the local mailbox: the newest few. */
const mailboxSize = 50;

export async function findPersonId(db: Db, email: string) {
  const [row] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  return row?.id ?? null;
}

/** The partnerships in which a person holds a role on a day, by name. */
export const listPartnershipsOf = (db: Db, personId: string, day: string) =>
  db
    .selectDistinct({ id: partnerships.id, name: partnerships.name })
    .from(roles)
    .innerJoin(partnerships, eq(partnerships.id, roles.partnershipId))
    .where(and(eq(roles.personId, personId), holdsOn(day)))
    .orderBy(asc(partnerships.name));

export const recordLink = (db: Db, link: typeof signInLinks.$inferInsert) =>
  db.insert(signInLinks).values(link);

/** Holds the link until the transaction ends, so that it signs in once. */
export async function lockLink(db: Db, tokenHash: string) {
  const [link] = await db
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, tokenHash))
    .for('update');
  return link ?? null;
}

export const recordLinkUsed = (db: Db, tokenHash: string, at: Date) =>
  db.update(signInLinks).set({ usedAt: at }).where(eq(signInLinks.tokenHash, tokenHash));

export async function recordSession(db: Db, session: Omit<typeof sessions.$inferInsert, 'id'>) {
  const id = crypto.randomUUID();
  await db.insert(sessions).values({ id, ...session });
  return id;
}

export const recordSeen = (db: Db, sessionId: string, at: Date) =>
  db.update(sessions).set({ seenAt: at }).where(eq(sessions.id, sessionId));

export const recordRefreshToken = (
  db: Db,
  token: { tokenHash: string; sessionId: string; expiresAt: Date },
) => db.insert(refreshTokens).values(token);

/** Holds the session of a token, whichever of its tokens comes, and reads the token as it then is. */
export async function lockRefreshToken(db: Db, tokenHash: string) {
  const isToken = eq(refreshTokens.tokenHash, tokenHash);
  const ofToken = db.select({ id: refreshTokens.sessionId }).from(refreshTokens).where(isToken);
  await db.select({ id: sessions.id }).from(sessions).where(inArray(sessions.id, ofToken)).for('update');
  const [row] = await db
    .select({
      expiresAt: refreshTokens.expiresAt,
      usedAt: refreshTokens.usedAt,
      sessionId: sessions.id,
      personId: sessions.personId,
      partnershipId: sessions.partnershipId,
      endedAt: sessions.endedAt,
    })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(isToken);
  return row ?? null;
}

/** One token of a session is used: that one, and what lost answers have left beside it, are old from now on. */
export const recordTokensUsed = (db: Db, sessionId: string, at: Date) =>
  db
    .update(refreshTokens)
    .set({ usedAt: at })
    .where(and(eq(refreshTokens.sessionId, sessionId), isNull(refreshTokens.usedAt)));

export const endSession = (db: Db, sessionId: string, why: 'signed-out' | 'token-reused', at: Date) =>
  db
    .update(sessions)
    .set({ endedAt: at, endedWhy: why })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));

export async function findDemonstration(db: Db) {
  const [row] = await db
    .select({ id: partnerships.id, name: partnerships.name })
    .from(partnerships)
    .where(eq(partnerships.isDemonstration, true))
    .orderBy(asc(partnerships.createdAt))
    .limit(1);
  return row ?? null;
}

/** A few people of each role, to sign in as: the broker first. */
export const listPeopleByRole = (db: Db, day: string, each: number) => {
  const ranked = db
    .select({
      personId: roles.personId,
      name: fullName.as('name'),
      role: roles.role,
      schoolName: sql<string | null>`${schools.name}`.as('school_name'),
      place:
        sql<number>`row_number() over (partition by ${roles.role} order by ${schools.name}, ${people.lastName})`.as(
          'place',
        ),
    })
    .from(roles)
    .innerJoin(people, eq(people.personId, roles.personId))
    .leftJoin(schools, eq(schools.id, roles.schoolId))
    .where(holdsOn(day))
    .as('ranked');
  return db
    .select({
      personId: ranked.personId,
      name: ranked.name,
      role: ranked.role,
      schoolName: ranked.schoolName,
    })
    .from(ranked)
    .where(lte(ranked.place, each))
    .orderBy(sql`${ranked.role} <> 'broker'`, asc(ranked.role), asc(ranked.place));
};

export async function findPersonName(db: Db, personId: string) {
  const [row] = await db
    .select({ name: fullName, email: people.email })
    .from(people)
    .where(eq(people.personId, personId));
  return row ?? null;
}

export async function findPartnership(db: Db) {
  const [row] = await db.select().from(partnerships);
  return row ?? null;
}

/** The roles that a person holds on a day, with the names of their schools. */
export const listRolesNamed = (db: Db, personId: string, day: string) =>
  db
    .select({ role: roles.role, schoolId: roles.schoolId, schoolName: schools.name })
    .from(roles)
    .leftJoin(schools, eq(schools.id, roles.schoolId))
    .where(and(eq(roles.personId, personId), holdsOn(day)));

export const listNewestMail = (db: Db) =>
  db
    .select({
      id: mails.id,
      to: mails.toAddress,
      subject: mails.subject,
      text: mails.text,
      createdAt: mails.createdAt,
    })
    .from(mails)
    .orderBy(desc(mails.createdAt))
    .limit(mailboxSize);
