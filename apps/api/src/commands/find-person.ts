import type { Database } from '@lateral/db/client';
import { people } from '@lateral/db/schema';
import { sql } from 'drizzle-orm';
import { Usage } from './command.ts';
import { findPartnershipId } from './find-partnership.ts';

/** Whom a command is about: a partnership by name or id, and a person of it by address. @throws Usage naming what is not there */
export async function findPerson(
  database: Database,
  { partnership, email }: { partnership?: string | undefined; email?: string | undefined },
  usage: string,
) {
  if (!partnership || !email) throw new Usage(`Please say which partnership, and whose address.\n${usage}`);
  const partnershipId = await findPartnershipId(database, partnership);
  if (!partnershipId) throw new Usage(`There is no partnership called ${partnership}.`);
  const [row] = await database.withPartnership(partnershipId, (db) =>
    db
      .select({ personId: people.personId })
      .from(people)
      .where(sql`lower(${people.email}) = ${email.trim().toLowerCase()}`)
      .limit(1),
  );
  if (!row) throw new Usage(`${partnership} knows nobody with the address ${email}.`);
  return { partnershipId, personId: row.personId };
}
