import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '@lateral/db/embedded';
import { migrateDatabase } from '@lateral/db/migrate';
import { makeWorkerUtils } from 'graphile-worker';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

export const testSecret = 'a secret for tests, at least thirty-two characters long';

/** One PostgreSQL for the whole run, with one migrated database from which each test file takes a copy. */
export default async function setup(project: TestProject) {
  const folder = fileURLToPath(new URL('../../../.data/test-postgres', import.meta.url));
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await startEmbedded(path.resolve(folder), ['fsync=off', 'full_page_writes=off', 'max_connections=300']);
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const template = `lateral_template_${process.pid}`;
  await admin.query(`drop database if exists ${template}`);
  await admin.query(`create database ${template}`);
  const url = Object.assign(new URL(server.url), { pathname: `/${template}` }).href;
  await migrateDatabase(url, testSecret);
  const queue = await makeWorkerUtils({ connectionString: url });
  await queue.migrate();
  await queue.release();
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return async () => {
    await admin.query(`drop database if exists ${template} with (force)`);
    await admin.end();
    await server.stop();
  };
}
