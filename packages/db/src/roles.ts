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
 * Makes the roles, or renews their passwords. Roles belong to the whole server and its locks to one database, so that
 * two installations starting at once cannot wait for one another: whoever comes second is refused, and tries again.
 */
export async function prepareRoles(owner: pg.Client, secret: string): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      await owner.query('begin');
      for (const role of Object.values(names)) await prepareRole(owner, role, passwordOf(role, secret));
      await owner.query('commit');
      return;
    } catch (error) {
      await owner.query('rollback');
      if (left === 0 || !hasMetAnother(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 90));
    }
  }
}

async function prepareRole(owner: pg.Client, role: string, password: string) {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
  if (!rowCount)
    await owner.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  const { rows } = await owner.query<{ sql: string }>(
    `select format('alter role ${role} password %L', $1::text) sql`,
    [password],
  );
  await owner.query(rows[0]?.sql ?? '');
}

/** Whether another installation made or changed the role at the same moment: refused as a duplicate, or as an internal error that only its words tell apart. */
const hasMetAnother = (error: unknown) =>
  error instanceof Error &&
  (['23505', '42710'].includes((error as { code?: string }).code ?? '') ||
    /concurrently (updated|deleted)/.test(error.message));
