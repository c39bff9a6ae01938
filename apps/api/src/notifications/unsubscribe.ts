import { timingSafeEqual } from 'node:crypto';
import type { Database } from '@lateral/db/client';
import { notFound } from '../problems.ts';
import { isKnown, takeOutOfDigest } from './digest-queries.ts';

type Derive = (purpose: string) => string;
type Whose = { partnershipId: string; personId: string };

const sign = (derive: Derive, { partnershipId, personId }: Whose) =>
  derive(`stop the daily mail ${partnershipId} ${personId}`);

/** What stops somebody's daily mail, and nothing else, for whoever has the mail: it holds for as long as the mail is kept. */
export const unsubscribeToken = (derive: Derive, whose: Whose) =>
  `${whose.partnershipId}.${whose.personId}.${sign(derive, whose)}`;

/** Stops the daily mail that a token is for; again, nothing more. @throws 404 for one that we did not make */
export async function unsubscribe(database: Database, derive: Derive, token: string) {
  const [partnershipId = '', personId = '', signature = ''] = token.split('.');
  const expected = Buffer.from(sign(derive, { partnershipId, personId }));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw notFound();
  await database.withPartnership(partnershipId, async (db) => {
    if (!(await isKnown(db, personId))) throw notFound();
    await takeOutOfDigest(db, partnershipId, personId);
  });
}
