import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one process took: seconds from its start to its end, and the most memory it held, in MiB. */
export interface Cost {
  seconds: number;
  mib: number;
}

/**
 * Runs Node with its output in a file. The memory is the high-water mark of resident memory (VmHWM in /proc) of the
 * process and of those it has started, read every 200 ms: what they grow by in their last fifth of a second is not seen,
 * and where there is no /proc it is 0. Throws if the process ends with a status that is not allowed.
 */
export async function runNode(
  args: readonly string[],
  output: string,
  allowed: readonly number[] = [0],
): Promise<Cost> {
  const out = openSync(output, 'w');
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', out, 'inherit'] });
  closeSync(out);
  let mib = 0;
  const look = () => {
    mib = Math.max(mib, readPeak(child.pid));
  };
  const watch = setInterval(look, 200);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === null || !allowed.includes(code)) throw new Error(`${args.join(' ')} ended with ${code}`);
  } finally {
    clearInterval(watch);
    child.kill();
  }
  return { seconds: (performance.now() - began) / 1000, mib };
}

/** The most that a process has held, and beside it the processes that it has started and that still run. */
function readPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
    const started = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return started.reduce((sum, child) => sum + readPeak(Number(child)), Number(kibibytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** A folder of its own that is gone when the figure is. */
export async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), 'lateral-seasons-'));
  return {
    file: (name: string) => join(path, name),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
export type Folder = Awaited<ReturnType<typeof openFolder>>;

export const round = (value: number, places = 2) => Number(value.toFixed(places));
