import type { PersonData } from '@lateral/contract/erasures';
import type { Database } from '@lateral/db/client';
import { findPartnershipName } from '../all-partnerships.ts';
import { partnershipParts, signInParts } from '../erasures/parts.ts';
import {
  findWhom,
  listHistoryOf,
  listMailOf,
  listPart,
  listSessionsOf,
  type Whose,
} from '../erasures/queries.ts';
import { notFound } from '../problems.ts';

/**
 * All that a partnership keeps about a person, and what the installation keeps to sign them in (UK GDPR, articles 15
 * and 20). Secrets and what is another person's are left out. @throws 404 for somebody it does not know
 */
export async function readPersonData(database: Database, whose: Whose, madeAt: Date): Promise<PersonData> {
  const parts: PersonData['parts'] = {};
  const { partnershipId, personId } = whose;
  const { partnership, whom } = await database.withPartnership(partnershipId, async (db) => {
    const found = await findWhom(db, whose);
    if (!found) throw notFound();
    for (const part of partnershipParts) parts[part.name] = await listPart(db, part, personId, partnershipId);
    parts.history = await listHistoryOf(db, whose, found);
    return { partnership: await findPartnershipName(db, partnershipId), whom: found };
  });
  await database.withSignInDesk(async (db) => {
    parts.sessions = await listSessionsOf(db, whose);
    for (const part of signInParts) parts[part.name] = await listPart(db, part, personId, null);
    parts.mail = await listMailOf(db, partnershipId, whom.addresses);
  });
  return { format: 'lateral-person-1', madeAt, partnership, parts };
}
