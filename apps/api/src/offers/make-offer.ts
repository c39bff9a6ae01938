import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { capacityOf } from '@lateral/domain/offers/days-offered';
import { foldDays, type OfferRefusal, type PartOfDay, refuseOffer } from '@lateral/domain/offers/refusals';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { badField, refused } from '../problems.ts';
import { lockSchool } from '../signature.ts';
import { requireVersion } from '../versions.ts';
import { findPlace, listCandidates } from './describe-offer.ts';
import { findKnown, findOffer, listOffered, readCalendar } from './offer-queries.ts';
import type { OfferSeason } from './round-queries.ts';
import {
  lockPeople,
  recordOffer,
  replaceAway,
  replaceBarred,
  replaceBlocked,
  replaceOffered,
} from './write-queries.ts';

type Leader = { personId: string; halfDays: number; expertise: string[]; away: PartOfDay[] };
export type Sent = {
  leaders: Leader[];
  blocked: PartOfDay[];
  preferred: string[];
  avoided: string[];
  focus: string[];
  barred: { schoolIds: string[]; personIds: string[] };
};
type Where = { seasonId: string; schoolId: string; read: number };

const faults: Record<OfferRefusal, string> = {
  'outside-window': 'is outside the season',
  'not-a-school-day': 'is not a school day',
  'preferred-and-avoided': 'is a day that you would like, too',
  'too-many-areas': 'can hold at most 3 areas',
  'area-twice': 'names an area twice',
  'not-a-leader': 'is not a head, deputy or senior leader of this school',
  'leader-twice': 'stands here twice',
  'own-school': 'is this school itself',
  'own-leader': 'leads in this school',
};

/**
 * Puts what a school offers in the place of what it sent before, with the days on which it cannot host and its leaders
 * cannot go, and tells the leaders whose days have changed.
 * @throws 409 `round-not-open` while nobody is asked for days, 412 when somebody else has sent meanwhile
 */
export async function makeOffer(db: Db, actor: Actor, { read, ...where }: Where, sent: Sent, now: Date) {
  const day = dayInLondon(now);
  await lockSchool(db, where.schoolId);
  const { season, school } = await findPlace(db, actor, where, day);
  if (season.openedAt === null) throw refused('round-not-open');
  requireVersion((await findOffer(db, season.id, school.id))?.version ?? 0, read);
  const candidates = await listCandidates(db, school.id, season, day);
  const facts = { schoolId: school.id, leaderIds: new Set(candidates.map(({ personId }) => personId)) };
  await requireSound(db, sent, season, facts);
  const before = await listOffered(db, season.id, school.id);
  await record(db, actor, season, { ...where, sent, candidates }, now);
  await tell(db, actor, season, school.id, { before, leaders: sent.leaders }, now);
}

type Own = { schoolId: string; leaderIds: ReadonlySet<string> };

async function requireSound(db: Db, sent: Sent, season: OfferSeason, own: Own) {
  const { terms, closures } = await readCalendar(db, season);
  const closed = new Set(closures.map((closure) => closure.day));
  const fault = refuseOffer(sent, { ...season, terms, closed, ...own });
  if (fault) throw badField(`/body${fault.at}`, faults[fault.refusal]);
  const { schoolIds, personIds } = sent.barred;
  const here = await findKnown(db, schoolIds, personIds);
  for (const [i, id] of schoolIds.entries())
    if (!here.schoolIds.has(id)) throw badField(`/body/barred/schoolIds/${i}`, 'is not a school here');
  for (const [i, id] of personIds.entries())
    if (!here.personIds.has(id)) throw badField(`/body/barred/personIds/${i}`, 'is nobody here');
}

type Recorded = { schoolId: string; sent: Sent; candidates: Awaited<ReturnType<typeof listCandidates>> };

async function record(
  db: Db,
  actor: Actor,
  season: OfferSeason,
  { schoolId, sent, candidates }: Recorded,
  now: Date,
) {
  const key = { partnershipId: actor.partnershipId, seasonId: season.id, schoolId };
  const roles = new Map(candidates.map(({ personId, role }) => [personId, role]));
  const { preferred, avoided, focus, leaders } = sent;
  const once = (days: readonly string[]) => [...new Set(days)].sort();
  await lockPeople(
    db,
    leaders.map(({ personId }) => personId),
  );
  const review = { preferred: once(preferred), avoided: once(avoided), focus };
  await recordOffer(db, key, review, { sentBy: actor.personId, sentAt: now });
  await replaceOffered(
    db,
    key,
    leaders.map(({ personId, halfDays, expertise }) => ({
      personId,
      capacity: capacityOf(roles.get(personId) ?? 'deputy'),
      halfDays,
      expertise: once(expertise),
    })),
  );
  await replaceBarred(db, key, sent.barred, actor.personId);
  await replaceBlocked(db, key, season, foldDays(sent.blocked));
  const going = leaders.filter(({ halfDays }) => halfDays > 0);
  const away = going.map((leader) => ({ personId: leader.personId, away: foldDays(leader.away) }));
  await replaceAway(db, actor.partnershipId, season, away);
}

type Told = { before: readonly { personId: string; halfDays: number }[]; leaders: readonly Leader[] };

/** Writes down that days were offered, never whom a school would rather not have; tells those whose own days changed. */
async function tell(
  db: Db,
  actor: Actor,
  { year }: OfferSeason,
  schoolId: string,
  { before, leaders }: Told,
  now: Date,
) {
  const halfDays = leaders.reduce((sum, leader) => sum + leader.halfDays, 0);
  await recordEvents(db, actor, [{ kind: 'days-offered', schoolId, detail: { year, halfDays } }], now);
  const had = new Map(before.map((leader) => [leader.personId, leader.halfDays]));
  const changed = leaders.filter((leader) => (had.get(leader.personId) ?? 0) !== leader.halfDays);
  const notices = changed.map((leader) => ({
    kind: 'days-offered-for-you' as const,
    schoolId,
    personId: leader.personId,
    detail: { year, halfDays: leader.halfDays },
  }));
  await notify(db, actor, notices, now);
}
