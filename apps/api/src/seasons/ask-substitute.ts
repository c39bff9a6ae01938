import type { Db } from '@lateral/db/client';
import { dayInWords, momentInWords } from '@lateral/domain/calendars/words';
import { askUntil } from '@lateral/domain/reviews/answers';
import { findPartnershipName } from '../all-partnerships.ts';
import { recordEvents } from '../events.ts';
import { notify } from '../notify.ts';
import { postMail } from '../outbox.ts';
import { notFound, refused } from '../problems.ts';
import { writeLetter } from '../school-letters.ts';
import { wakeEndOfAsk } from '../seat-asks.ts';
import { findAsk, listAsks, recordAsk, recordAskOver } from './ask-queries.ts';
import { lockSeason } from './queries.ts';
import type { EmptySeat } from './rank-substitutes.ts';

type By = { partnershipId: string; personId: string | null };
type Whom = { seasonId: string; personId: string; askedBy: string };
type Moment = { now: Date; publicUrl: string };

/**
 * Asks somebody who fits to take an empty seat: they have two days, and a worker looks then. Refused when the draft has
 * changed since it was found that they fit, or while somebody else is being asked. @returns the ask
 */
export async function askSubstitute(
  db: Db,
  by: By,
  seat: EmptySeat,
  { seasonId, personId, askedBy }: Whom,
  { now, publicUrl }: Moment,
) {
  const season = await lockSeason(db, seasonId);
  if (season?.draftVersion !== seat.draftVersion) throw refused('draft-changed');
  const { schoolId, day, leaverId } = seat;
  const open = (await listAsks(db, seasonId, schoolId)).filter(({ state }) => state === 'open');
  if (open.length >= seat.empty) throw refused('asked-already');
  const expiresAt = askUntil(day, now);
  const id = crypto.randomUUID();
  const ask = { partnershipId: by.partnershipId, id, seasonId, schoolId, personId, leaverId, day };
  const isFirst = await recordAsk(db, { ...ask, state: 'open', askedBy, askedAt: now, expiresAt });
  const row = await findAsk(db, id);
  if (!isFirst || !row) throw refused('asked-already');
  const school = seat.names.schools.get(schoolId) ?? '';
  const partnership = await findPartnershipName(db, by.partnershipId);
  await postMail(db, { ...write(school, row, partnership, publicUrl), partnershipId: by.partnershipId }, now);
  const detail = { day, until: expiresAt.toISOString() };
  await notify(db, by, [{ kind: 'review-asked', schoolId, personId, detail }], now);
  await recordEvents(db, by, [{ kind: 'seat-asked', schoolId, detail: { day, personId } }], now);
  await wakeEndOfAsk(db, by.partnershipId, id, (expiresAt.getTime() - now.getTime()) / 1000 + 1);
  return row;
}

type Place = { seasonId: string; schoolId: string; askId: string };

/** Takes an ask back. @throws 404; 409 when it has been answered or is over */
export async function takeBackAsk(db: Db, by: By, { seasonId, schoolId, askId }: Place, now: Date) {
  const ask = await findAsk(db, askId);
  if (ask?.seasonId !== seasonId || ask.schoolId !== schoolId) throw notFound();
  if (!(await recordAskOver(db, askId, 'withdrawn', now))) throw refused('ask-over');
  const { personId, day } = ask;
  await notify(db, by, [{ kind: 'ask-withdrawn', schoolId, personId, detail: { day } }], now);
}

type Asked = { name: string; email: string; day: string; expiresAt: Date };

function write(
  school: string,
  { name, email, day, expiresAt }: Asked,
  partnership: string,
  publicUrl: string,
) {
  return {
    to: email,
    subject: `Can you help? Review of ${school}, ${dayInWords(day)}`,
    text: writeLetter(
      partnership,
      name,
      `A reviewer of ${school} cannot come on ${dayInWords(day)}. You are free that day and would fit well. Can you take their place?`,
      `Please say yes or no by ${momentInWords(expiresAt)}. After that we ask somebody else.\n${publicUrl}/my-reviews`,
    ),
  };
}
