import type { Db } from '@lateral/db/client';
import type { ConversionRule } from '@lateral/domain/agreements/terms';
import { dayInLondon } from '@lateral/domain/calendars/london';
import {
  lastDayWhenLapsed,
  type MembershipRefusal,
  refuseNotice,
  refuseRenewal,
  refuseTakingBack,
} from '@lateral/domain/memberships/changes';
import { spanAfterSigning } from '@lateral/domain/memberships/spans';
import { refuseMeeting } from '@lateral/domain/signings/signings';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { removeLaterMemberships } from '../member-on.ts';
import { badField, refused } from '../problems.ts';
import { lockSchool, readSignature } from '../signature.ts';
import { findConversion, leavesOn, type Read, readMembership, renewedUntil } from './describe-membership.ts';
import { tellOfConversion, tellOfNotice, tellOfRenewal } from './membership-mails.ts';
import {
  findNotice,
  recordChange,
  recordMembership,
  recordNotice,
  recordRenewal,
  recordTakenBack,
} from './membership-queries.ts';

type Where = { schoolId: string; publicUrl: string };
type Renewal = { metOn: string; minute: string; name: string; until: string };

/** The school says that it stays for another year: its governing body has agreed, and its head says so. */
export async function renew(db: Db, actor: Actor, where: Where, renewal: Renewal, at: Date) {
  const { schoolId } = where;
  const { read, today } = await hold(db, schoolId, at);
  stopIf(refuseRenewal(read.now, today));
  const until = renewedUntil(read, today);
  if (!until || !read.signed) throw refused('not-a-member');
  if (until !== renewal.until) throw refused('looks-different');
  const { metOn, minute } = renewal;
  const issuedOn = dayInLondon(read.signed.issuedAt ?? at);
  const fault = refuseMeeting(metOn, { issuedOn, today });
  if (fault)
    throw badField('/body/metOn', fault === 'in-the-future' ? 'is in the future' : 'is too long ago');
  const { name, means } = readSignature(actor, renewal.name);
  const { partnershipId, personId: renewedBy } = actor;
  const proof = { renewedBy, renewedName: name, renewedAt: at, renewedMeans: means };
  const { agreementId } = read.signed;
  await recordRenewal(db, { partnershipId, schoolId, until, agreementId, metOn, minute, ...proof });
  if (read.now.isCurrent && read.membership)
    await recordChange(db, schoolId, read.membership.from, { to: until, endsWhy: 'term' });
  else {
    await removeLaterMemberships(db, schoolId, today);
    // As the record that it was a member as: another is still the broker's to settle.
    const { urn = null } = read.membership ?? {};
    await recordMembership(db, { partnershipId, schoolId, from: today, to: until, endsWhy: 'term', urn });
  }
  await tell(db, actor, schoolId, 'membership-renewed', { until, metOn, minute, name }, at);
  await tellOfRenewal(db, actor, where, { until, name }, at);
}

/** The school gives notice: it is a member to the last day that it was shown. */
export async function giveNotice(
  db: Db,
  actor: Actor,
  where: Where,
  { endsOn, why }: { endsOn: string; why: string | null },
  at: Date,
) {
  const { schoolId } = where;
  const { read, today } = await hold(db, schoolId, at);
  stopIf(refuseNotice(read.now));
  if (!read.membership) throw refused('not-a-member');
  if (leavesOn(read, today) !== endsOn) throw refused('looks-different');
  const { from, to: endedOn } = read.membership;
  const { partnershipId, personId: givenBy } = actor;
  await recordNotice(db, { partnershipId, schoolId, endsOn, endedOn, why, givenBy, givenAt: at });
  await recordChange(db, schoolId, from, { to: endsOn, endsWhy: 'notice' });
  await tell(db, actor, schoolId, 'notice-given', { endsOn }, at);
  await tellOfNotice(db, actor, where, { endsOn, isTakenBack: false }, at);
}

/** The notice is taken back: the membership has the last day again that it had before, or none. */
export async function takeBackNotice(db: Db, actor: Actor, where: Where, at: Date) {
  const { schoolId } = where;
  const { read } = await hold(db, schoolId, at);
  stopIf(refuseTakingBack(read.now));
  const notice = await findNotice(db, schoolId);
  if (!notice || !read.membership) throw refused('no-notice');
  const { endedOn } = notice;
  const before = {
    from: read.membership.from,
    to: endedOn,
    endsWhy: endedOn === null ? null : ('term' as const),
  };
  // What the school has signed since it gave notice holds now that it stays.
  const since = read.signed && read.signed.coSignedAt > notice.givenAt ? read.signed : null;
  const { from, to, endsWhy } = since
    ? spanAfterSigning(before, since.terms, dayInLondon(since.coSignedAt))
    : before;
  await recordTakenBack(db, notice.id, actor.personId, at);
  await recordChange(db, schoolId, from, { to, endsWhy });
  await tell(db, actor, schoolId, 'notice-taken-back', { until: to }, at);
  await tellOfNotice(db, actor, where, { endsOn: to, isTakenBack: true }, at);
}

/** The broker settles what becomes of the membership of a school that goes on under another legal record. */
export async function settleConversion(
  db: Db,
  actor: Actor,
  where: Where,
  { outcome, toUrn }: { outcome: ConversionRule; toUrn: number },
  at: Date,
) {
  const { schoolId } = where;
  const { read, today } = await hold(db, schoolId, at);
  const found = findConversion(read);
  if (!found || !read.membership) throw refused('nothing-to-settle');
  if (found.toUrn !== toUrn) throw refused('looks-different');
  const { from } = read.membership;
  const { fromUrn, openedOn, rule } = found;
  const detail = { fromUrn, toUrn, isByRule: outcome === rule };
  if (outcome === 'carries') {
    await recordChange(db, schoolId, from, { urn: toUrn });
    await tell(db, actor, schoolId, 'membership-carried', detail, at);
    await tellOfConversion(db, actor, where, { toUrn, endsOn: null }, at);
    return;
  }
  const endsOn = lastDayWhenLapsed(from, openedOn, today);
  await recordChange(db, schoolId, from, { to: endsOn, endsWhy: 'lapsed' });
  await tell(db, actor, schoolId, 'membership-lapsed', { ...detail, on: endsOn }, at);
  await tellOfConversion(db, actor, where, { toUrn, endsOn }, at);
}

/** Holds the school, and reads how it stands. @throws 404 */
async function hold(db: Db, schoolId: string, at: Date): Promise<{ read: Read; today: string }> {
  await lockSchool(db, schoolId);
  const today = dayInLondon(at);
  return { read: await readMembership(db, schoolId, today), today };
}

const tell = (
  db: Db,
  actor: Actor,
  schoolId: string,
  kind: string,
  detail: Record<string, unknown>,
  at: Date,
) => recordEvents(db, actor, [{ kind, schoolId, detail }], at);

function stopIf(refusal: MembershipRefusal | null) {
  if (refusal) throw refused(refusal);
}
