import type { Db } from '@lateral/db/client';
import type { Telling } from '@lateral/domain/reviews/changes';
import { recordEvents } from '../events.ts';
import { recordInvitations } from '../record-invitations.ts';
import { leaveDraft, recordAnswer } from './queries.ts';

type By = { partnershipId: string; personId: string | null };
type Seat = { seasonId: string; schoolId: string; personId: string; day: string; reason: string };

/**
 * Somebody leaves their seat: it is empty from now on, in the draft too; the day goes out of their calendar; and those
 * who look after the season hear of it. The caller holds the season.
 */
export async function leaveSeat(
  db: Db,
  by: By,
  { seasonId, schoolId, personId, day, reason }: Seat,
  why: 'declined' | 'dropped-out',
  at: Date,
) {
  const key = { seasonId, schoolId, personId };
  await recordAnswer(db, key, { state: 'declined', reason, at });
  await leaveDraft(db, key);
  const telling: Telling = { schoolId, personId, method: 'cancel', part: 'reviewer', day, why };
  await recordInvitations(db, by, seasonId, [telling], at);
  const kind = why === 'declined' ? 'seat-declined' : 'seat-dropped';
  await recordEvents(db, by, [{ kind, schoolId, detail: { day, personId } }], at);
}
