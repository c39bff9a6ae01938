import { randomUUID } from 'node:crypto';
import { connect } from '@lateral/db/client';
import { roleUrls } from '@lateral/db/roles';
import pg from 'pg';
import { inject } from 'vitest';
import { testSecret } from './one-database.ts';

/** A fresh, migrated database for one test file, and its owner for looking behind the walls. */
export async function testDatabase() {
  const serverUrl = inject('serverUrl');
  const name = `lateral_test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`select pg_advisory_lock(hashtext('lateral template'))`);
  await admin.query(`create database ${name} template ${inject('template')}`);
  await admin.query(`select pg_advisory_unlock(hashtext('lateral template'))`);
  const ownerUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const urls = roleUrls(ownerUrl, testSecret);
  const database = connect(urls);
  const close = async () => {
    await database.close();
    await owner.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { database, owner, ownerUrl, urls, close };
}
