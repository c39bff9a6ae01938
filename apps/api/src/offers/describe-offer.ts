import type { Offer } from '@lateral/contract/offers';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { balanceOf } from '@lateral/domain/ledger/balance';
import type { Capacity } from '@lateral/domain/ledger/entries';
import type { Area } from '@lateral/domain/offers/areas';
import { type HalfDays, prefillLeaders } from '@lateral/domain/offers/days-offered';
import { refuseDay } from '@lateral/domain/offers/refusals';
import { covers, decide } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { listSums } from '../ledger-sums.ts';
import { notFound } from '../problems.ts';
import {
  findAskedSchool,
  findOffer,
  findOfferBefore,
  listAway,
  listBarred,
  listLeaders,
  listOffered,
  listSchoolDays,
  readCalendar,
} from './offer-queries.ts';
import { findSeason, type OfferSeason } from './round-queries.ts';

type Where = { seasonId: string; schoolId: string };

/** A season that somebody may know of. @throws 404; for a school until it is asked: before that a season is the broker's */
export async function findSeasonFor(db: Db, { reach }: Actor, seasonId: string) {
  const season = await findSeason(db, seasonId);
  if (!season || (season.openedAt === null && reach.scope === 'own')) throw notFound();
  return season;
}

/**
 * The season and the member school of an offer.
 * @throws 404 when one of them is not here, or is not theirs to know
 */
export async function findPlace(db: Db, actor: Actor, { seasonId, schoolId }: Where, day: string) {
  const season = await findSeasonFor(db, actor, seasonId);
  const school = await findAskedSchool(db, schoolId, day);
  if (!school) throw notFound();
  return { season, school };
}

/** Who could go from a school, each once with their first role, and the days on which they cannot. */
export async function listCandidates(db: Db, schoolId: string, season: OfferSeason, day: string) {
  const rows = await listLeaders(db, schoolId, day);
  const once = [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((some) =>
    some.slice(0, 1),
  );
  const personIds = once.map(({ personId }) => personId);
  const away = Map.groupBy(await listAway(db, personIds, season), ({ personId }) => personId);
  return once.map(({ personId, name, role }) => ({
    personId,
    name,
    role: role as Offer['candidates'][number]['role'],
    away: (away.get(personId) ?? []).map((row) => ({ day: row.day, part: row.part })),
  }));
}

/** What a school offers for a season, with all that its screen needs; prefilled until it has sent it. */
export async function describeOffer(db: Db, actor: Actor, where: Where, now: Date): Promise<Offer> {
  const day = dayInLondon(now);
  const { season, school } = await findPlace(db, actor, where, day);
  const found = await findOffer(db, season.id, school.id);
  const candidates = await listCandidates(db, school.id, season, day);
  const days = await listSchoolDays(db, school.id, season);
  const calendar = await readCalendar(db, season);
  const closed = new Set(calendar.closures.map((closure) => closure.day));
  const isOpen = (row: { day: string }) =>
    refuseDay(row.day, { ...season, terms: calendar.terms, closed }) === null;
  const of = (kind: string) =>
    days.filter((row) => row.kind === kind && isOpen(row)).map((row) => ({ day: row.day, part: row.part }));
  const may = decide(actor.roles, 'offers.make');
  return {
    version: found?.version ?? 0,
    season,
    school,
    sent: found && { at: found.sentAt, by: found.sentBy },
    isPrefilled: found === null,
    mayMake: typeof may === 'object' && covers(may, school.id),
    preferred: found?.preferred ?? [],
    avoided: found?.avoided ?? [],
    ...(await readKept(db, actor, where, { season, isSent: found !== null, candidates })),
    ...(found && { focus: found.focus as Area[] }),
    blocked: of('blocked'),
    inset: of('inset'),
    candidates: candidates.map((one) => ({ ...one, away: one.away.filter(isOpen) })),
    ...calendar,
  };
}

/** What the school is to give this year, in half-days. */
async function readDue(db: Db, year: number, schoolId: string) {
  const sums = await listSums(db, { schoolId });
  const due = (capacity: Capacity) => balanceOf(sums, { year, capacity, owes: true }).due;
  return { head: due('head'), deputy: due('deputy') };
}

type Known = { season: OfferSeason; isSent: boolean; candidates: Offer['candidates'] };

/** What was sent, or what the school said the last time: who goes, what it would like looked at, who may not come. */
async function readKept(db: Db, actor: Actor, { schoolId }: Where, { season, isSent, candidates }: Known) {
  const before = isSent ? null : await findOfferBefore(db, season.year, schoolId);
  const from = isSent ? season.id : before?.seasonId;
  const offered = from ? ((await listOffered(db, from, schoolId)) as Offer['leaders']) : [];
  const barred = from ? await listBarred(db, from, schoolId) : [];
  const own = new Set(candidates.map(({ personId }) => personId));
  // Nobody learns that they are barred themselves, and nobody is by their own school.
  const isShown = (id: string) => id !== actor.personId && !own.has(id);
  return {
    leaders: isSent
      ? offered
      : prefillLeaders<Area>(
          candidates,
          offered as OfferedLeader[],
          await readDue(db, season.year, schoolId),
        ),
    focus: (before?.focus ?? []) as Area[],
    barred: {
      schools: barred.flatMap((row) =>
        row.schoolId && row.schoolName ? [{ id: row.schoolId, name: row.schoolName }] : [],
      ),
      people: barred.flatMap((row) =>
        row.personId && isShown(row.personId) ? [{ id: row.personId, name: row.personName }] : [],
      ),
    },
  };
}
type OfferedLeader = { personId: string; halfDays: HalfDays; expertise: Area[] };
