import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Instance, Schedule } from '../../packages/planner/src/instance.ts';
import { type Folder, runNode } from './run.ts';
import { judgeFile } from './seasons.ts';

/** What the judge beside the checkout says of a schedule. `bound` is there only if it was asked for. */
export interface Verdict {
  hard: number;
  hardByCode: Record<string, number>;
  unscheduled: number;
  soft: { total: number };
  bound?: { minUnscheduled: number };
}

/** Judges files in a process of its own, so that neither its time nor its memory falls on what is measured. */
export async function judgeFiles(
  folder: Folder,
  instance: string,
  schedule: string,
  { bound = false } = {},
): Promise<Verdict> {
  const output = folder.file('verdict.json');
  const args = [fileURLToPath(judgeFile), instance, schedule, '--json', ...(bound ? [] : ['--no-bound'])];
  await runNode(args, output, [0, 1]);
  return JSON.parse(await readFile(output, 'utf8'));
}

type Check = (instance: Instance, schedule: Schedule, options: { noBound: boolean }) => Verdict;

/** The judge's own check as a function, for the many small questions of the dropouts. */
export async function loadCheck(): Promise<(instance: Instance, schedule: Schedule) => Verdict> {
  const { check }: { check: Check } = await import(judgeFile.href);
  return (instance, schedule) => check(instance, schedule, { noBound: true });
}
