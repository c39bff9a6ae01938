import type { Database } from '@lateral/db/client';
import { endEverySession, settleMail, stopWork } from './queries.ts';

export type Settled = { sessionsEnded: number; workStopped: number; mails: number };

/** Makes what has been restored safe to go on from: nobody is signed in, nothing is half done, nobody is told twice. */
export const settleRestored = (database: Database, { sendsMail }: { sendsMail: boolean }, now: Date) =>
  database.withKeeper(
    async (db): Promise<Settled> => ({
      sessionsEnded: await endEverySession(db, now),
      workStopped: await stopWork(db, now),
      mails: await settleMail(db, sendsMail),
    }),
  );
