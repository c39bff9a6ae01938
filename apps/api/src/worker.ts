import { connect, type Database } from '@lateral/db/client';
import { roleUrls } from '@lateral/db/roles';
import { run } from 'graphile-worker';
import { type Env, readEnv, readSecret } from './env.ts';
import { runJob } from './flows/run-job.ts';
import { sendMail } from './flows/send-mail.ts';
import { quiet } from './installation.ts';
import { openPost } from './post.ts';
import { sendReminders } from './reminders/send-reminders.ts';

type Settings = {
  ownerUrl: string;
  database: Database;
  env: Pick<Env, 'smtpUrl' | 'mailFrom' | 'publicUrl'>;
  now?: () => Date;
};

/** Starts a worker: it does jobs and sends mail until it is stopped. Any number may run on one database. */
export async function startWorker({ ownerUrl, database, env, now = () => new Date() }: Settings) {
  const post = openPost(env);
  const onError = (error: unknown) => console.error(error);
  return run({
    connectionString: ownerUrl,
    concurrency: 3,
    pollInterval: 1000,
    noHandleSignals: true,
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
    },
  });
}

if (import.meta.main) {
  const env = readEnv();
  if (!env.databaseUrl) throw new Error('the worker needs DATABASE_URL; npm start gives it one');
  const database = connect(roleUrls(env.databaseUrl, readSecret(env)));
  const worker = await startWorker({ ownerUrl: env.databaseUrl, database, env });
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
