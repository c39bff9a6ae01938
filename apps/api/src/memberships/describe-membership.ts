import type { Db } from '@lateral/db/client';
import { termsUnsaid } from '@lateral/domain/agreements/terms';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { refuseNotice, refuseRenewal } from '@lateral/domain/memberships/changes';
import { entitlementsOn } from '@lateral/domain/memberships/entitlements';
import { holdsOn, lastDay, lastDayAfterNotice, lastDayRenewed } from '@lateral/domain/memberships/spans';
import { covers, decide, type Permission } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { notFound } from '../problems.ts';
import { findVersionInForce } from '../version-in-force.ts';
import { describeRow } from './describe.ts';
import { findLastMembership, findNotice, findSchool, listComplete } from './membership-queries.ts';
import { listAll } from './queries.ts';

/** Everything that is decided by about a school's membership, as it stands today. @throws 404 */
export async function readMembership(db: Db, schoolId: string, today: string) {
  const school = await findSchool(db, schoolId);
  if (!school) throw notFound();
  const membership = await findLastMembership(db, schoolId, today);
  const complete = await listComplete(db, schoolId);
  const inForce = await findVersionInForce(db);
  const [signed] = complete;
  return {
    school,
    membership,
    signed: signed ?? null,
    complete,
    inForce,
    /** What the school has agreed to: nothing said, when it has signed nothing. */
    terms: signed?.terms ?? termsUnsaid,
    now: {
      membership,
      isCurrent: membership !== null && holdsOn(membership, today),
      hasSignedLatest: inForce === null || signed?.agreementId === inForce.id,
    },
  };
}
export type Read = Awaited<ReturnType<typeof readMembership>>;

/** The last day that renewing today comes to; null when it cannot be renewed. */
export function renewedUntil({ now, membership, terms }: Read, today: string): string | null {
  if (refuseRenewal(now, today) !== null || !membership?.to) return null;
  return now.isCurrent
    ? lastDayRenewed(membership.to)
    : (lastDay(terms, today) ?? lastDayRenewed(membership.to));
}

/** The last day that giving notice today comes to; null when it cannot be given. */
export function leavesOn({ now, membership, terms }: Read, today: string): string | null {
  return refuseNotice(now) === null ? lastDayAfterNotice(terms, today, membership?.to ?? null) : null;
}

/** The change of a member's legal record that nobody has settled; null when there is none. */
export function findConversion({ school, membership, now, terms }: Read) {
  if (!now.isCurrent || !membership?.urn || membership.urn === school.urn) return null;
  // It has been settled: today is its last day.
  if (membership.endsWhy === 'lapsed') return null;
  const { urn: toUrn, openedOn } = school;
  return { fromUrn: membership.urn, toUrn, openedOn, rule: terms.conversion };
}

/** How far a school is, by the same rules as the list of members. */
async function findLine(db: Db, { school: { id: schoolId }, inForce }: Read, day: string) {
  const [row] = await listAll(db, { reach: { scope: 'all' }, day, inForce }, { schoolId });
  if (!row) return null;
  const { standing, needs, membership, signed } = describeRow(row, inForce, day);
  return { standing, needs, membership, signed };
}

/** A school's membership as the actor sees it. @throws 404 */
export async function describeMembership(db: Db, actor: Actor, schoolId: string, at: Date) {
  const today = dayInLondon(at);
  const read = await readMembership(db, schoolId, today);
  const { school, membership, signed, complete, now } = read;
  const until = renewedUntil(read, today);
  const endsOn = leavesOn(read, today);
  const notice = membership?.endsWhy === 'notice' ? await findNotice(db, schoolId) : null;
  const may = (permission: Permission) => {
    const reach = decide(actor.roles, permission);
    return typeof reach === 'object' && covers(reach, schoolId);
  };
  return {
    school: { id: school.id, name: school.name, urn: school.urn },
    membership: membership && { from: membership.from, to: membership.to, endsWhy: membership.endsWhy },
    isMember: now.isCurrent,
    line: await findLine(db, read, today),
    signed: signed && {
      number: signed.number,
      reference: signed.reference,
      on: dayInLondon(signed.coSignedAt),
    },
    follows: entitlementsOn(
      {
        spans: membership ? [membership] : [],
        signedOn: complete.map(({ coSignedAt }) => dayInLondon(coSignedAt)),
      },
      today,
    ),
    renewal: until === null ? null : { until },
    isNewVersionFirst: refuseRenewal(now, today) === 'new-version-first',
    leaving: endsOn === null ? null : { endsOn },
    notice: notice && {
      endsOn: notice.endsOn,
      // Said to the broker and the school, and to nobody else.
      why:
        may('memberships.settle') || actor.roles.some((role) => role.schoolId === schoolId)
          ? notice.why
          : null,
      givenBy: notice.givenBy,
      givenAt: notice.givenAt,
    },
    conversion: findConversion(read),
    may: {
      renew: may('memberships.renew'),
      leave: may('memberships.leave'),
      settle: may('memberships.settle'),
    },
  };
}
