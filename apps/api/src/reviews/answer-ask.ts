import type { Db } from '@lateral/db/client';
import { type Answer, refuseAskAnswer } from '@lateral/domain/reviews/answers';
import type { Telling } from '@lateral/domain/reviews/changes';
import type { Actor } from '../actor.ts';

import { recordEvents } from '../events.ts';
import { badField, notFound, refused } from '../problems.ts';
import { recordInvitations } from '../record-invitations.ts';
import { listHosts } from '../review-hosts.ts';
import { wakeEndOfAsk } from '../seat-asks.ts';
import { lockAsk, recordAskAnswer } from './ask-queries.ts';
import {
  findBooking,
  findSeat,
  holdSeason,
  isBusyOn,
  listLeads,
  listTeams,
  recordLead,
  recordSeat,
} from './queries.ts';

type Given = { answer: Answer; reason: string | null };
type Moment = { now: Date; today: string };

/**
 * Whoever was asked takes the empty seat, or says no, and the next is asked. The first yes fills the seat: the school
 * and whoever leads hear of it, and nothing else of the season changes. @returns the review's place; null after a no
 * @throws 404 for an ask that is not theirs, 409 as `refuseAskAnswer` says, or when they are out that day meanwhile
 */
export async function answerAsk(db: Db, actor: Actor, askId: string, given: Given, { now, today }: Moment) {
  const found = await lockAsk(db, askId);
  if (!found || found.personId !== actor.personId) throw notFound();
  await holdSeason(db, found.seasonId);
  const refusal = refuseAskAnswer(found, given, now, today);
  if (refusal === 'reason-needed') throw badField('/body/reason', 'is missing: say why, in a few words');
  if (refusal) throw refused(refusal);
  const { seasonId, schoolId, personId, day } = found;
  const detail = { day, personId };
  await recordAskAnswer(db, askId, { state: given.answer, reason: given.reason, at: now });
  if (given.answer === 'declined') {
    await recordEvents(db, actor, [{ kind: 'ask-declined', schoolId, detail }], now);
    await wakeEndOfAsk(db, actor.partnershipId, askId, 0);
    return null;
  }
  const booking = await findBooking(db, seasonId, schoolId);
  if (booking?.state !== 'booked' || booking.day !== day) throw refused('ask-over');
  const own = await findSeat(db, { seasonId, schoolId, personId });
  if (own && own.state !== 'declined') throw refused('seat-filled');
  if (await isBusyOn(db, personId, day)) throw refused('busy-that-day');
  await recordSeat(db, { partnershipId: actor.partnershipId, seasonId, schoolId, personId, day }, now);
  const tellings = await tellJoined(db, { seasonId, schoolId, personId, day, leadId: booking.leadId }, today);
  await recordInvitations(db, { ...actor, personId: null }, seasonId, tellings, now);
  await recordEvents(db, actor, [{ kind: 'seat-filled', schoolId, detail }], now);
  return { seasonId, schoolId };
}

type Joined = { seasonId: string; schoolId: string; personId: string; day: string; leadId: string };

/** Who hears that somebody has joined: they themselves, the school, and whoever leads, who may be another than before. */
async function tellJoined(db: Db, joined: Joined, today: string): Promise<Telling[]> {
  const { seasonId, schoolId, personId, day } = joined;
  const team = (await listTeams(db, [schoolId], today)).filter(
    (seat) => seat.seasonId === seasonId && seat.state !== 'declined',
  );
  const ids = team.map((seat) => seat.personId);
  const leads = ids.includes(joined.leadId) ? [joined.leadId] : await listLeads(db, ids, today);
  const [leadId = joined.leadId] = leads;
  if (leadId !== joined.leadId) await recordLead(db, joined, leadId);
  const hosts = (await listHosts(db, [schoolId], today)).get(schoolId) ?? [];
  const tell = (to: string, part: Telling['part'], why: Telling['why']): Telling => ({
    schoolId,
    personId: to,
    method: 'request',
    part,
    day,
    why,
  });
  return [
    tell(personId, personId === leadId ? 'lead' : 'reviewer', 'joined'),
    ...hosts.map((host) => tell(host.personId, 'host', 'team-changed')),
    ...(leadId !== personId && ids.includes(leadId) ? [tell(leadId, 'lead', 'team-changed')] : []),
  ];
}
