import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { findRunning } from '../packages/db/src/embedded.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** How many journeys are taken at once, each worker with a Lateral of its own: one never meets what another has changed. */
export const atOnce = 2;

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Resolves when it says that it is ready; rejects with what it said when it ends before. */
function ready(child: ChildProcess) {
  return new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (piece) => {
      said += piece;
      if (said.includes('Lateral is ready')) resolve();
    });
    child.once('exit', () => reject(new Error(`Lateral did not start:\n${said}`)));
  });
}

/** Starts Lateral as `npm start` does, on data of its own, and makes an empty real partnership beside the demonstration. */
async function startOne(which: number) {
  const dataDir = `${root}.data/journeys-${which}`;
  const left = findRunning(`${dataDir}/postgres`);
  if (left) process.kill(left.pid, 'SIGINT');
  if (left) await new Promise((resolve) => setTimeout(resolve, 1000));
  rmSync(dataDir, { recursive: true, force: true });

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url };
  const lateral = spawn(process.execPath, ['scripts/run.mjs', 'serve'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(lateral);
  const args = [
    'Gloucestershire Schools Partnership',
    '--la',
    '916',
    '--broker',
    'Rosa Penn <rosa.penn@partnership.example>',
  ];
  const link = execFileSync(process.execPath, ['apps/api/src/commands/create-partnership.ts', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  process.env[`LATERAL_URL_${which}`] = url;
  process.env[`LATERAL_LINK_${which}`] = link.trim();
  process.env[`LATERAL_DATA_${which}`] = dataDir;

  return async () => {
    const gone = new Promise((resolve) => lateral.once('exit', resolve));
    lateral.kill('SIGTERM');
    await gone;
  };
}

/**
 * One Lateral for each worker, one after the other: each plans its season as soon as it is there, and two that plan at
 * once get no further than half as far. @returns what stops them all
 */
async function start() {
  const stops: (() => Promise<void>)[] = [];
  for (let which = 0; which < atOnce; which += 1) stops.push(await startOne(which));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

export default start;
