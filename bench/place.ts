import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { tokenFor } from '../apps/api/soak/caller.ts';
import { openInstallation } from '../apps/api/src/installation.ts';

/** An installation of its own with the embedded PostgreSQL, in a folder that is thrown away. */
export async function openBench() {
  const folder = await mkdtemp(path.join(tmpdir(), 'lateral-bench-'));
  process.env.DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const installation = await openInstallation();
  const owner = new pg.Client({ connectionString: installation.ownerUrl });
  await owner.connect();
  return {
    ...installation,
    folder,
    owner,
    env: { DATABASE_URL: installation.ownerUrl, LATERAL_SECRET: installation.secret, DATA_DIR: folder },
    async [Symbol.asyncDispose]() {
      await owner.end();
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Place = Awaited<ReturnType<typeof openBench>>;

/** An access token of a signed-in person. */
export const tokenOf = (place: Place, person: Parameters<typeof tokenFor>[0]) =>
  tokenFor(person, place.secret);
