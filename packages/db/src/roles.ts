import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { DatabaseUrls } from './client.ts';

const names = { app: 'lateral_app', authn: 'lateral_authn', keeper: 'lateral_keeper' } as const;

/** A role's password follows from the installation's secret, so that every process can log in and no file holds it. */
const passwordOf = (role: string, secret: string) =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');

/** The addresses at which the parts of Lateral log in, from the owner's address and the installation's secret. */
export function roleUrls(ownerUrl: string, secret: string): DatabaseUrls {
  const as = (role: string) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = passwordOf(role, secret);
    return url.href;
  };
  return { app: as(names.app), authn: as(names.authn), keeper: as(names.keeper) };
}

/**
 * Makes the roles, or renews their passwords. Roles belong to the whole server, so that two installations
 * starting at once meet here: the advisory lock lets one go first.
 */
export async function prepareRoles(owner: pg.Client, secret: string): Promise<void> {
  await owner.query('begin');
  await owner.query(`select pg_advisory_xact_lock(hashtext('lateral roles'))`);
  for (const role of Object.values(names)) {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!rowCount)
      await owner.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`);
    const { rows } = await owner.query<{ sql: string }>(
      `select format('alter role ${role} password %L', $1::text) sql`,
      [passwordOf(role, secret)],
    );
    await owner.query(rows[0]?.sql ?? '');
  }
  await owner.query('commit');
}
