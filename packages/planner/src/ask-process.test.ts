import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBusySeason } from '../test/build-season.ts';
import { planInProcesses } from './run.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const hasProc = existsSync('/proc/self/task');
if (!hasProc) console.info('There is no /proc here: who started which process is not looked at.');

/** The processes that a process has started and that are still there. */
const startedBy = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
const isPlanning = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('planning-process');
  } catch {
    return false;
  }
};
/** So that it is at work, and not still starting. */
const settle = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
async function findPlanning(parent: number): Promise<number> {
  await expect.poll(() => startedBy(parent).some(isPlanning), { timeout: 15_000 }).toBe(true);
  return startedBy(parent).find(isPlanning) ?? 0;
}

describe.skipIf(!hasProc)('a process that plans', () => {
  let file = '';
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    file = join(folder, 'season.json');
    writeFileSync(file, JSON.stringify({ format: 'psr-schedule/1', ...buildBusySeason(200) }));
    return () => rmSync(folder, { recursive: true });
  });
  const started: number[] = [];
  afterAll(() => {
    for (const pid of started) if (existsSync(`/proc/${pid}`)) process.kill(-pid, 'SIGKILL');
  });
  /** The command line with a minute to plan, in a group of its own, as a terminal starts it. */
  function start() {
    const child = spawn(process.execPath, [main, file, '--seconds', '60', '--threads', '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const pid = child.pid ?? 0;
    started.push(pid);
    return { child, pid };
  }

  test('and is killed rejects, with what ended it', async () => {
    const planned = planInProcesses(buildBusySeason(200), { seconds: 60, seed: 1 });
    const failed = expect(planned).rejects.toThrow('planning-process.ts ended with SIGKILL and no answer');
    process.kill(await findPlanning(process.pid), 'SIGKILL');
    await failed;
  });

  test('ends by itself when whoever asked is killed', async () => {
    const { child, pid } = start();
    const planning = await findPlanning(pid);
    await settle(2000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => isPlanning(planning), { timeout: 15_000 }).toBe(false);
  });

  test('ends by itself when whoever asked is killed before it has begun', async () => {
    const { child, pid } = start();
    const planning = await findPlanning(pid);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(() => isPlanning(planning), { timeout: 15_000 }).toBe(false);
  });

  test('gives a plan when Ctrl C reaches it before it has begun', async () => {
    const { child, pid } = start();
    const ended = once(child, 'exit');
    await findPlanning(pid);
    process.kill(-pid, 'SIGINT');
    expect(JSON.parse(await text(child.stdout))).toMatchObject({ reviews: { length: 200 } });
    expect(await ended).toEqual([0, null]);
  });

  test('gives the plan that it has when Ctrl C reaches it and whoever asked', async () => {
    const { child, pid } = start();
    const began = performance.now();
    const ended = once(child, 'exit');
    await findPlanning(pid);
    await settle(2000);
    process.kill(-pid, 'SIGINT');
    expect(JSON.parse(await text(child.stdout))).toMatchObject({
      instance: 'small',
      unscheduled: [],
      reviews: { length: 200 },
    });
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
