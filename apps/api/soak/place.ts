import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '@lateral/db/client';
import { findRunning, startEmbedded } from '@lateral/db/embedded';
import { migrateDatabase } from '@lateral/db/migrate';
import { roleUrls } from '@lateral/db/roles';
import { makeWorkerUtils } from 'graphile-worker';
import pg from 'pg';
import { buildPartnership, buildPerson, buildSession } from '../test/builders.ts';
import { openProxy } from './proxy.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export type Process = { child: ChildProcess; kill: (signal: NodeJS.Signals) => Promise<void> };

function asProcess(child: ChildProcess): Process {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    kill: (signal) => {
      child.kill(signal);
      return gone;
    },
  };
}

/** An installation of its own, in a folder that is thrown away: a PostgreSQL with its usual settings, behind a proxy that can be made to fail. */
export async function openPlace() {
  const folder = mkdtempSync(path.join(tmpdir(), 'lateral-soak-'));
  const data = path.join(folder, 'postgres');
  const secret = randomBytes(32).toString('base64url');
  let server = await startEmbedded(data);
  const proxy = await openProxy(Number(new URL(server.url).port));
  const ownerUrl = Object.assign(new URL(server.url), { port: String(proxy.port) }).href;
  const directUrl = () => server.url;
  await migrateDatabase(directUrl(), secret);
  const queue = await makeWorkerUtils({ connectionString: directUrl() });
  await queue.migrate();
  await queue.release();
  let database = connect(roleUrls(directUrl(), secret));
  const children: Process[] = [];

  const start = (args: string[], env: Record<string, string>) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, DATABASE_URL: ownerUrl, LATERAL_SECRET: secret, ...env },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    const one = asProcess(child);
    children.push(one);
    return one;
  };

  return {
    secret,
    proxy,
    ownerUrl,
    get database() {
      return database;
    },
    /** A connection past the proxy, to look behind the walls. */
    async look() {
      const owner = new pg.Client({ connectionString: directUrl() });
      owner.on('error', () => {});
      await owner.connect();
      return owner;
    },
    /** Starts an API process and waits until it answers. @param nodeArgs for Node itself */
    async startApi(port?: number, nodeArgs: string[] = []) {
      const at = port ?? (await freePort());
      const url = `http://127.0.0.1:${at}`;
      const one = start([...nodeArgs, 'scripts/run.mjs', 'api'], {
        PORT: String(at),
        MIGRATE: 'no',
        PUBLIC_URL: url,
        LOG_LEVEL: 'silent',
      });
      for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((r) => setTimeout(r, 50)))
        if (
          await fetch(`${url}/health`)
            .then(({ ok }) => ok)
            .catch(() => false)
        )
          return { ...one, url, port: at };
      throw new Error('the API did not start');
    },
    startWorker: () => start(['apps/api/src/worker.ts'], {}),
    /** Stops PostgreSQL as a power cut would (immediate shutdown: recovery at the next start). */
    async stopPostgres() {
      const running = findRunning(data);
      if (running) process.kill(running.pid, 'SIGQUIT');
      while (findRunning(data)) await new Promise((r) => setTimeout(r, 20));
    },
    async startPostgres() {
      server = await startEmbedded(data);
      proxy.aimAt(Number(new URL(server.url).port));
      await database.close().catch(() => {});
      database = connect(roleUrls(directUrl(), secret));
    },
    async close() {
      await Promise.all(
        children.map((one) =>
          one.child.exitCode === null && one.child.signalCode === null ? one.kill('SIGKILL') : null,
        ),
      );
      await database.close().catch(() => {});
      await proxy.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Place = Awaited<ReturnType<typeof openPlace>>;

/** A partnership with its broker, signed in and freshly proved. */
export async function buildBroker(place: Place) {
  const { id: partnershipId } = await buildPartnership(place.database);
  const broker = await buildPerson(place.database, partnershipId, 'broker');
  const sessionId = await buildSession(place.database, broker, new Date(Date.now() + 3_600_000));
  return { partnershipId, personId: broker.personId, sessionId };
}
