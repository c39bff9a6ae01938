import path from 'node:path';
import { connect, type Database } from '@lateral/db/client';
import { CannotStart, startEmbedded } from '@lateral/db/embedded';
import { migrateDatabase } from '@lateral/db/migrate';
import { roleUrls } from '@lateral/db/roles';
import { Logger, makeWorkerUtils } from 'graphile-worker';
import { type Env, readEnv, readSecret } from './env.ts';

export type Installation = {
  env: Env;
  secret: string;
  /** The owner's address: for migrations and for the worker's queue, never for requests. */
  ownerUrl: string;
  database: Database;
  /** Closes connections, and stops the built-in PostgreSQL if we started it. */
  close(): Promise<void>;
};

export const quiet = new Logger(() => () => {});

const words: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no machine of that name',
  ETIMEDOUT: 'nothing answers there',
  '28P01': 'it does not accept that name and password',
  '28000': 'it does not let that name in',
  '3D000': 'it has no database of that name',
  '42501': 'that name may not create tables or roles there',
};

function explain(error: unknown, url: string): Error {
  const { code, errors } = error as { code?: string; errors?: { code?: string }[] };
  const why = words[code ?? errors?.[0]?.code ?? ''];
  if (!why) return error as Error;
  const { host, pathname } = new URL(url);
  return new CannotStart(
    `Lateral cannot use the PostgreSQL at DATABASE_URL (${host}${pathname}): ${why}. Please check the address, or unset DATABASE_URL to use the built-in one.`,
  );
}

async function bringUpToDate(ownerUrl: string, secret: string, say: (step: string) => void) {
  say('Bringing the database up to date');
  await migrateDatabase(ownerUrl, secret);
  await prepareQueue(ownerUrl);
}

/** Makes the worker's queue, or brings it up to date. */
export async function prepareQueue(ownerUrl: string) {
  const queue = await makeWorkerUtils({ connectionString: ownerUrl, logger: quiet });
  await queue.migrate();
  await queue.release();
}

/**
 * Opens this machine's installation: finds or starts its PostgreSQL, brings it up to date and connects.
 * @param say told each step in a few words
 * @throws CannotStart with a sentence for the person at the terminal
 */
export async function openInstallation(say: (step: string) => void = () => {}): Promise<Installation> {
  const env = readEnv();
  const secret = readSecret(env);
  if (!env.databaseUrl) say('Starting PostgreSQL');
  const server = env.databaseUrl
    ? { url: env.databaseUrl, stop: async () => {} }
    : await startEmbedded(path.join(env.dataDir, 'postgres'));
  try {
    if (env.migrates) await bringUpToDate(server.url, secret, say);
  } catch (error) {
    await server.stop();
    throw env.databaseUrl ? explain(error, env.databaseUrl) : error;
  }
  const database = connect(roleUrls(server.url, secret));
  const close = async () => {
    await database.close();
    await server.stop();
  };
  return { env, secret, ownerUrl: server.url, database, close };
}
