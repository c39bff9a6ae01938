import type { Database } from '@lateral/db/client';
import { defaultStateFundedTypes } from '@lateral/domain/registers/state-funded';
import { firstLinkMinutes } from '@lateral/domain/sign-in/links';
import { recordBroker, recordPartnership } from '../partnerships/found-queries.ts';
import { hashOf, makeSecret } from '../secrets.ts';
import { recordLink } from '../sign-in/queries.ts';

export type Founding = {
  name: string;
  laCode: string;
  broker: { firstName: string; lastName: string; email: string };
  isDemonstration?: boolean;
};

/** Makes an empty partnership with its broker. @returns their ids */
export async function createPartnership(database: Database, { broker, ...partnership }: Founding) {
  const id = crypto.randomUUID();
  const brokerId = await database.withPartnership(id, async (db) => {
    await recordPartnership(db, { id, ...partnership, stateFundedTypes: [...defaultStateFundedTypes] });
    return recordBroker(db, id, broker);
  });
  return { id, brokerId };
}

/** A first sign-in link for a person, to be handed over by whoever runs the installation: good for a day, in any browser. */
export async function makeFirstLink(database: Database, personId: string, publicUrl: string, now: Date) {
  const token = makeSecret();
  const expiresAt = new Date(now.getTime() + firstLinkMinutes * 60_000);
  await database.withSignInDesk((db) =>
    recordLink(db, { tokenHash: hashOf(token), personId, browserHash: null, expiresAt }),
  );
  return `${publicUrl}/sign-in/link#${token}`;
}
