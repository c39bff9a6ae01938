import type { Database } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { recordEvents } from '../events.ts';
import { Problem } from '../problems.ts';
import { findAsk, isNobodySaid, listAsks, recordAskOver } from './ask-queries.ts';
import { askSubstitute } from './ask-substitute.ts';
import { lockSeason } from './queries.ts';
import { rankSubstitutes, readEmptySeat } from './rank-substitutes.ts';

type Calls = { database: Database; now: Date; publicUrl: string };
type Which = { partnershipId: string; askId: string };

/**
 * Looks at an ask whose time is up, or that was answered with no, and asks the next best for the seat that is still
 * empty. Called again, by two workers or after one that died, it asks nobody twice.
 */
export async function endAsk({ database, now, publicUrl }: Calls, { partnershipId, askId }: Which) {
  const by = { partnershipId, personId: null };
  const over = await database.withPartnership(partnershipId, async (db) => {
    const ask = await findAsk(db, askId);
    if (ask?.state !== 'open' || ask.expiresAt > now) return ask;
    await lockSeason(db, ask.seasonId);
    if (!(await recordAskOver(db, askId, 'expired', now))) return findAsk(db, askId);
    const detail = { day: ask.day, personId: ask.personId };
    await recordEvents(db, by, [{ kind: 'ask-expired', schoolId: ask.schoolId, detail }], now);
    return findAsk(db, askId);
  });
  if (!over?.answeredAt || (over.state !== 'expired' && over.state !== 'declined')) return;
  const since = over.answeredAt;
  const { seasonId, schoolId, day, askedBy } = over;
  const seat = await database.withPartnership(partnershipId, async (db) => {
    const isGoneOn = (await listAsks(db, seasonId, schoolId)).some(
      ({ id, askedAt }) => id !== askId && askedAt >= since,
    );
    return isGoneOn ? null : readEmptySeat(db, { seasonId, schoolId }, dayInLondon(now)).catch(ignoreProblem);
  });
  if (!seat || seat.empty === 0) return;
  const [best] = (await rankSubstitutes(seat)).fits;
  await database.withPartnership(partnershipId, async (db) => {
    if (best) {
      const whom = { seasonId, personId: best.leader, askedBy };
      await askSubstitute(db, by, seat, whom, { now, publicUrl });
    } else if (!(await isNobodySaid(db, schoolId, since))) {
      await recordEvents(db, by, [{ kind: 'nobody-fits', schoolId, detail: { day } }], now);
    }
  });
}

/** The review was called off or is over meanwhile: there is nothing to ask for. */
function ignoreProblem(error: unknown) {
  if (error instanceof Problem) return null;
  throw error;
}
