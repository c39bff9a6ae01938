import { appendFile } from 'node:fs/promises';
import { signingKeyOf } from '@lateral/audit/keys';
import { connect, type Database } from '@lateral/db/client';
import { roleUrls } from '@lateral/db/roles';
import { run } from 'graphile-worker';
import { makeCopy, makeMissingCopies } from './agreements/make-copy.ts';
import { followClock } from './clock.ts';
import { type Env, readEnv, readSecret } from './env.ts';
import { appendErased } from './erasures/erased-file.ts';
import { erasePerson } from './flows/erase-person.ts';
import { forgetOld } from './flows/forget-old.ts';
import { runJob } from './flows/run-job.ts';
import { sendMail } from './flows/send-mail.ts';
import { chainEvents, signChains } from './history/chain-events.ts';
import { quiet } from './installation.ts';
import { keepLedger } from './ledger/keep-ledger.ts';
import { tellDue } from './memberships/tell-due.ts';
import { sendDigests } from './notifications/send-digests.ts';
import { openPost } from './post.ts';
import { finishRecovery } from './recoveries/finish-recovery.ts';
import { stopPurpose, tellRecovery } from './recoveries/tell-recovery.ts';
import { sendReminders } from './reminders/send-reminders.ts';
import { sendInvitations } from './reviews/send-invitations.ts';
import { endAsk } from './seasons/end-ask.ts';
import { deriveSecret } from './secrets.ts';
import { takeOver } from './take-over.ts';

/** What is done by the clock (UTC), by whichever worker is first. */
const crontab = `
* * * * * chain-events
* * * * * make-missing-copies
* * * * * take-over
5 2 * * * sign-chains
35 2 * * * forget-old
*/15 5-12 * * 1-5 send-digests
20 7 * * * tell-due
40 4 * * * keep-ledger
`;

type Settings = {
  ownerUrl: string;
  database: Database;
  env: Pick<Env, 'smtpUrl' | 'mailFrom' | 'publicUrl'> &
    Partial<Pick<Env, 'checkpointFile' | 'erasuresFile'>>;
  /** The installation's. */
  secret: string;
  now?: () => Date;
};

/** Starts a worker: it does jobs and sends mail until it is stopped. Any number may run on one database. */
export async function startWorker({ ownerUrl, database, env, secret, now = () => new Date() }: Settings) {
  const post = openPost(env);
  const onError = (error: unknown) => console.error(error);
  return run({
    connectionString: ownerUrl,
    concurrency: 3,
    pollInterval: 1000,
    noHandleSignals: true,
    crontab,
    logger: quiet,
    taskList: {
      'run-job': async (payload) => {
        const { partnershipId, jobId } = payload as { partnershipId: string; jobId: string };
        await runJob({ database, now, onError }, partnershipId, jobId);
      },
      'send-mail': async (payload) => {
        const { mailId } = payload as { mailId: string };
        await sendMail({ database, post, now: now() }, mailId);
      },
      'send-reminders': async (payload) => {
        const { partnershipId, batchId } = payload as { partnershipId: string; batchId: string };
        await database.withPartnership(partnershipId, (db) =>
          sendReminders(db, partnershipId, batchId, { now: now(), publicUrl: env.publicUrl }),
        );
      },
      'send-invitations': async (payload) => {
        const { partnershipId } = payload as { partnershipId: string };
        const { publicUrl, mailFrom } = env;
        await sendInvitations(database, partnershipId, { now: now(), publicUrl, mailFrom });
      },
      'end-ask': async (payload) => {
        const which = payload as { partnershipId: string; askId: string };
        await endAsk({ database, now: now(), publicUrl: env.publicUrl }, which);
      },
      'make-copy': async (payload) => {
        const which = payload as { partnershipId: string; signingId: string };
        await makeCopy(database, which, signingKeyOf(secret), now());
      },
      'make-missing-copies': async () => {
        const failed = await makeMissingCopies(database, signingKeyOf(secret), now());
        // Not tried again at once: the next minute does.
        failed.forEach(onError);
      },
      'take-over': takeOver,
      'chain-events': async () => void (await chainEvents(database)),
      'sign-chains': async () => {
        await chainEvents(database);
        const signed = await signChains(database, signingKeyOf(secret), now());
        if (env.checkpointFile && signed.length > 0)
          await appendFile(env.checkpointFile, signed.map((one) => `${JSON.stringify(one)}\n`).join(''));
      },
      // By London's clock, which the task itself looks at.
      'send-digests': async () => {
        const derive = (purpose: string) => deriveSecret(secret, purpose);
        await sendDigests(database, { now: now(), publicUrl: env.publicUrl, derive });
      },
      'tell-due': async () => void (await tellDue(database, { now: now(), publicUrl: env.publicUrl })),
      'keep-ledger': async () => void (await keepLedger(database, now())),
      'tell-recovery': async (payload) => {
        const which = payload as { partnershipId: string; recoveryId: string };
        const links = {
          publicUrl: env.publicUrl,
          stopToken: deriveSecret(secret, stopPurpose(which.recoveryId)),
        };
        await database.withKeeper((db) => tellRecovery(db, which, links, now()));
      },
      'forget-old': async () => void (await forgetOld(database, now())),
      'erase-person': async (payload) => {
        const erased = await erasePerson(
          database,
          payload as { partnershipId: string; personId: string },
          now(),
        );
        if (erased && env.erasuresFile) await appendErased(env.erasuresFile, erased);
      },
      'finish-recovery': async (payload) => {
        const which = payload as { partnershipId: string; recoveryId: string };
        await database.withKeeper((db) => finishRecovery(db, which, now()));
      },
    },
  });
}

if (import.meta.main) {
  const env = readEnv();
  if (!env.databaseUrl) throw new Error('the worker needs DATABASE_URL; npm start gives it one');
  const secret = readSecret(env);
  const database = connect(roleUrls(env.databaseUrl, secret));
  const { now } = await followClock(database);
  const worker = await startWorker({ ownerUrl: env.databaseUrl, database, env, secret, now });
  const stop = async () => {
    await worker.stop();
    await database.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Without its parent a worker has nobody to stop it.
  if (process.send) process.once('disconnect', stop);
}
