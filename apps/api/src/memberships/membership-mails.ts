import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { SchoolRole } from '@lateral/domain/people/roles';
import { findPartnershipName } from '../all-partnerships.ts';
import { postMails } from '../outbox.ts';
import { listHolders } from '../roles-held.ts';
import { lettersTo } from '../school-letters.ts';
import { converted, type Letter, noticeGiven, noticeTakenBack, renewed } from './compose-mails.ts';
import { findSchool } from './membership-queries.ts';

type By = { partnershipId: string };
type Where = { schoolId: string; publicUrl: string };
type Compose = (letter: Letter) => { subject: string; text: string };

export const headAndChair = ['headteacher', 'chair-of-governors'] as const;

/** Writes to whoever holds one of these roles in a school today, each address once, in the transaction that causes it. */
export async function write(
  db: Db,
  { partnershipId }: By,
  { schoolId, publicUrl }: Where,
  roles: readonly SchoolRole[],
  compose: Compose,
  at: Date,
) {
  const school = await findSchool(db, schoolId);
  const partnership = await findPartnershipName(db, partnershipId);
  const holders = await listHolders(db, schoolId, roles, dayInLondon(at));
  const about = { partnership, school: school?.name ?? '', url: `${publicUrl}/schools/${schoolId}` };
  const letters = lettersTo(holders, (to) => compose({ ...about, to }));
  await postMails(
    db,
    letters.map((letter) => ({ partnershipId, ...letter })),
    at,
  );
}

export const tellOfRenewal = (
  db: Db,
  by: By,
  where: Where,
  what: { until: string; name: string },
  at: Date,
) => write(db, by, where, headAndChair, (letter) => renewed(letter, what), at);

type NoticeOf = { endsOn: string; isTakenBack: false } | { endsOn: string | null; isTakenBack: true };

export const tellOfNotice = (db: Db, by: By, where: Where, what: NoticeOf, at: Date) =>
  write(
    db,
    by,
    where,
    headAndChair,
    (letter) => (what.isTakenBack ? noticeTakenBack(letter, what.endsOn) : noticeGiven(letter, what.endsOn)),
    at,
  );

export const tellOfConversion = (
  db: Db,
  by: By,
  where: Where,
  what: { toUrn: number; endsOn: string | null },
  at: Date,
) => write(db, by, where, headAndChair, (letter) => converted(letter, what), at);
