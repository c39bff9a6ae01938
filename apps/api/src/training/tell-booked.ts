import type { Db } from '@lateral/db/client';
import { instantInLondon } from '@lateral/domain/calendars/london';
import { trainingNames } from '@lateral/domain/training/words';
import { findPartnershipName } from '../all-partnerships.ts';
import { postMails } from '../outbox.ts';
import { organizerOf, writeInvitation } from '../write-invitation.ts';
import type { Letter } from './compose-mails.ts';
import type { SessionRow } from './queries.ts';

/** What mail needs to know of the installation and the moment. */
export type Calls = { partnershipId: string; publicUrl: string; mailFrom: string; at: Date };
type Person = { personId: string; name: string; email: string };
type Compose = (letter: Letter) => { subject: string; text: string };

/**
 * Writes to people about a session, in the transaction that causes it, with what their calendar program needs: the
 * session under one name for each person, numbered by its version.
 */
export async function tellBooked(
  db: Db,
  { partnershipId, publicUrl, mailFrom, at }: Calls,
  session: SessionRow,
  people: readonly Person[],
  { compose, method }: { compose: Compose; method: 'REQUEST' | 'CANCEL' },
) {
  const partnership = await findPartnershipName(db, partnershipId);
  const url = `${publicUrl}/training`;
  const { id, day, startsAt, endsAt, kind, place, version } = session;
  const mails = people.map(({ personId, name, email }) => {
    const { subject, text } = compose({ partnership, to: name, session, url });
    const calendar = writeInvitation({
      uid: `training-${id}.${personId}@lateral`,
      sequence: version,
      method,
      stamp: at,
      start: instantInLondon(day, startsAt),
      end: instantInLondon(day, endsAt),
      summary: trainingNames[kind],
      description: `Half a day, ${partnership}. If you cannot come, please give your place up: ${url}`,
      location: place,
      url,
      organizer: organizerOf(mailFrom, partnership),
      attendee: { name, email },
    });
    return { partnershipId, to: email, subject, text, calendar };
  });
  await postMails(db, mails, at);
}
