import { fileURLToPath } from 'node:url';
import { judgeFiles, type Verdict } from './judge.ts';
import { type Cost, type Folder, runNode } from './run.ts';

const threads = 2;
const main = fileURLToPath(new URL('../../packages/planner/src/main.ts', import.meta.url));

interface EngineOptions {
  seconds: number;
  seed: number;
}

/** One run of the planner's command line: what it cost and what the judge says. */
export interface EngineRun extends Cost {
  seed: number;
  verdict: Verdict;
}

/** Plans an instance file through the command line, with two threads, into a file of the folder. */
export async function planFile(folder: Folder, instance: string, { seconds, seed }: EngineOptions) {
  const schedule = folder.file('schedule.json');
  const options = ['--seconds', `${seconds}`, '--seed', `${seed}`, '--threads', `${threads}`];
  const cost = await runNode([main, instance, ...options], schedule);
  return { ...cost, schedule };
}

/** Plans as `planFile` does, and has it judged. */
export async function planAndJudge(
  folder: Folder,
  instance: string,
  options: EngineOptions,
  judging: { bound?: boolean } = {},
): Promise<EngineRun> {
  const { seconds, mib, schedule } = await planFile(folder, instance, options);
  const verdict = await judgeFiles(folder, instance, schedule, judging);
  return { seed: options.seed, seconds, mib, verdict };
}
