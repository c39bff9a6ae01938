import type { Db } from '@lateral/db/client';
import { memberships, offers, people, roles, schools } from '@lateral/db/schema';
import { renewalHorizon } from '@lateral/domain/memberships/standing';
import type { ReminderKind } from '@lateral/domain/reminders/reminders';
import { and, asc, eq, exists, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { memberOn } from '../member-on.ts';
import { findOpenRound } from '../open-round.ts';
import { fullName, holdsOn } from '../roles-held.ts';
import { signingFacts } from '../signing-facts.ts';
import { findVersionInForce } from '../version-in-force.ts';

/** Who is asked for it: the head, but for a co-signature. */
const askedRole = (kind: ReminderKind) => (kind === 'co-sign' ? 'chair-of-governors' : 'headteacher');

/**
 * How schools stand for what they can be asked for: a row for each head (or each chair of governors, for `co-sign`), or
 * one without a person. Whoever signed as head is nobody to co-sign.
 */
export async function listSchoolStandings(
  db: Db,
  kind: ReminderKind,
  schoolIds: readonly string[],
  day: string,
) {
  const inForce = await findVersionInForce(db);
  const signing = signingFacts(db, inForce);
  const round = await findOpenRound(db, day);
  const membership = (...which: Parameters<typeof and>) =>
    sql<boolean>`${exists(
      db
        .select({ one: sql`1` })
        .from(memberships)
        .where(and(eq(memberships.schoolId, schools.id), ...which)),
    )}`;
  const offered = db
    .select({ one: sql`1` })
    .from(offers)
    .where(and(eq(offers.schoolId, schools.id), round ? eq(offers.seasonId, round.id) : sql`false`));
  const isTerm = and(eq(memberships.endsWhy, 'term'), lte(memberships.to, renewalHorizon(day)));
  const rows = await db
    .select({
      personId: people.personId,
      name: fullName,
      email: people.email,
      schoolId: schools.id,
      schoolName: schools.name,
      isOpen: schools.isOpen,
      counted: schools.counted,
      isMember: membership(memberOn(day)),
      joinsLater: membership(gt(memberships.from, day)),
      isToRenew: membership(memberOn(day), isTerm),
      hasOffered: sql<boolean>`${exists(offered)}`,
      isHeadDone: sql<boolean>`coalesce(${signing.isHeadDone}, false)`,
      isWaiting: sql<boolean>`coalesce(${signing.stage} = 3, false)`,
      isLastComplete: sql<boolean>`coalesce(${signing.lastState} = 'co-signed', false)`,
    })
    .from(schools)
    .leftJoin(signing, eq(signing.schoolId, schools.id))
    .leftJoin(
      roles,
      and(
        eq(roles.schoolId, schools.id),
        eq(roles.role, askedRole(kind)),
        holdsOn(day),
        kind === 'co-sign' ? or(isNull(signing.waitsFor), ne(roles.personId, signing.waitsFor)) : undefined,
      ),
    )
    .leftJoin(people, eq(people.personId, roles.personId))
    .where(and(inArray(schools.id, [...schoolIds]), isNull(schools.absorbedBy)))
    .orderBy(asc(schools.name), asc(people.lastName), asc(people.personId));
  return rows.map((row) => ({
    ...row,
    hasVersionInForce: inForce !== null,
    isRoundOpen: round !== null,
    hasPerson: row.personId !== null,
  }));
}
