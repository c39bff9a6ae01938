import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { type RoundRefusal, refuseRound } from '@lateral/domain/offers/refusals';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { badField, notFound } from '../problems.ts';
import { countRound, findSeason, listAskedIds, lockSeason, recordRound } from './round-queries.ts';

const faults: Record<RoundRefusal, string> = {
  'in-the-past': 'is in the past',
  'after-the-season': 'is after the season',
};

/** How the round of a season stands. @throws 404 for a season that is not here */
export async function readRound(db: Db, seasonId: string, now: Date) {
  const season = await findSeason(db, seasonId);
  if (!season) throw notFound();
  return { ...season, ...(await countRound(db, seasonId, dayInLondon(now))) };
}

/** Asks the members for their leaders' days, and tells them: once. Again, it only sets another day. */
export async function openRound(db: Db, actor: Actor, seasonId: string, until: string, now: Date) {
  const season = await lockSeason(db, seasonId);
  if (!season) throw notFound();
  const today = dayInLondon(now);
  const fault = refuseRound(until, season.windowEnd, today);
  if (fault) throw badField('/body/until', faults[fault]);
  const { year, openedAt } = season;
  if (season.until !== until) {
    await recordRound(db, seasonId, { offersOpenedAt: openedAt ?? now, offersUntil: until });
    const kind = openedAt ? 'offer-round-moved' : 'offer-round-opened';
    await recordEvents(db, actor, [{ kind, detail: { year, until } }], now);
  }
  if (!openedAt) {
    const asked = await listAskedIds(db, today);
    const notices = asked.map(({ id }) => ({
      kind: 'days-asked' as const,
      schoolId: id,
      detail: { year, until },
    }));
    await notify(db, actor, notices, now);
  }
  return readRound(db, seasonId, now);
}
