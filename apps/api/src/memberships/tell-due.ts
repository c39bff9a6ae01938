import type { Database, Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { addDays } from '@lateral/domain/calendars/weeks';
import { type DueKind, reminderDue } from '@lateral/domain/memberships/due';
import { listPartnershipIds } from '../all-partnerships.ts';
import { recordEvents } from '../events.ts';
import { findVersionInForce } from '../version-in-force.ts';
import { ended, type Letter, pleaseConsent, pleaseRenew } from './compose-mails.ts';
import { listEnded, listToConsent, listToRenew, takeDue } from './due-queries.ts';
import { headAndChair, write } from './membership-mails.ts';

type Calls = { now: Date; publicUrl: string };
type Due = { schoolId: string; due: string; days: number };

/** For how long after its last day a school is told that its membership has ended, should no worker have run. */
const tellEndedDays = 30;

/**
 * Once a day: reminds members to renew and to sign a new version, and tells those whose membership has ended; one
 * partnership in one transaction. Called again, or by two workers, or after one that died, it tells nobody twice; and
 * nobody who has acted.
 */
export async function tellDue(database: Database, calls: Calls) {
  for (const id of await database.withKeeper(listPartnershipIds))
    await database.withPartnership(id, (db) => tellDueOf(db, id, calls));
}

async function tellDueOf(db: Db, partnershipId: string, { now, publicUrl }: Calls) {
  const today = dayInLondon(now);
  const by = { partnershipId, personId: null };
  const take = (about: DueKind, due: readonly Due[]) =>
    takeDue(
      db,
      due.map((one) => ({ partnershipId, about, sentAt: now, ...one })),
    );
  const post = (
    schoolId: string,
    roles: readonly ('headteacher' | 'chair-of-governors')[],
    compose: (letter: Letter) => { subject: string; text: string },
  ) => write(db, by, { schoolId, publicUrl }, roles, compose, now);
  const tell = (kind: string, rows: readonly { schoolId: string; detail: Record<string, unknown> }[]) =>
    recordEvents(
      db,
      by,
      rows.map((row) => ({ kind, ...row })),
      now,
    );

  const renewing = withDays('renew', await listToRenew(db, today), today);
  const toRenew = await take('renew', renewing);
  for (const { schoolId, due } of toRenew)
    await post(schoolId, ['headteacher'], (letter) => pleaseRenew(letter, due));
  await tell('membership-reminded', aboutEach('renew', toRenew));

  const inForce = await findVersionInForce(db);
  if (inForce?.consentBy) {
    const { id, number, consentBy: due } = inForce;
    const behind = (await listToConsent(db, id, today)).map((row) => ({ ...row, due }));
    const toConsent = await take('consent', withDays('consent', behind, today));
    for (const { schoolId } of toConsent)
      await post(schoolId, ['headteacher'], (letter) => pleaseConsent(letter, { number, by: due }));
    await tell('membership-reminded', aboutEach('consent', toConsent));
  }

  const over = await listEnded(db, addDays(today, -tellEndedDays), today);
  const whyOf = new Map(over.map(({ schoolId, endsWhy }) => [schoolId, endsWhy]));
  const justEnded = await take(
    'ended',
    over.map(({ schoolId, due }) => ({ schoolId, due, days: 0 })),
  );
  for (const { schoolId, due } of justEnded) {
    const canRenew = whyOf.get(schoolId) === 'term';
    await post(schoolId, headAndChair, (letter) => ended(letter, { on: due, canRenew }));
  }
  await tell(
    'membership-ended',
    justEnded.map(({ schoolId, due }) => ({ schoolId, detail: { on: addDays(due, 1) } })),
  );
}

const aboutEach = (about: DueKind, rows: readonly { schoolId: string; due: string }[]) =>
  rows.map(({ schoolId, due }) => ({ schoolId, detail: { about, due } }));

/** Those of whom a reminder is due today, with which. */
function withDays(
  about: 'renew' | 'consent',
  rows: readonly { schoolId: string; due: string }[],
  today: string,
): Due[] {
  return rows.flatMap((row) => {
    const days = reminderDue(about, row.due, today);
    return days === null ? [] : { ...row, days };
  });
}
