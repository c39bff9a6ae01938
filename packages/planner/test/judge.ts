import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Instance, Schedule } from '../src/instance.ts';
import { readInstance } from '../src/read-instance.ts';

/** What the judge beside the checkout says of a schedule. */
export interface Verdict {
  hard: number;
  hardByCode: Record<string, number>;
  unscheduled: number;
  soft: { total: number };
  /** Schools that no schedule can place, at least. */
  bound: { minUnscheduled: number };
}

type Check = (instance: Instance, schedule: Schedule) => Verdict;

const seasons = new URL('../../../../shared/seasons/', import.meta.url);

/** The judge is not part of the repository; without it these tests are skipped and say so. */
export const judgeIsHere = existsSync(new URL('check.mjs', seasons));
export const judgeNote = judgeIsHere ? '' : ' (skipped: no judge at ../shared/seasons)';

export async function judge(instance: Instance, schedule: Schedule): Promise<Verdict> {
  const { check }: { check: Check } = await import(new URL('check.mjs', seasons).href);
  return check(instance, schedule);
}

export async function readSeason(name: string): Promise<Instance> {
  const read = readInstance(JSON.parse(await readFile(new URL(`${name}.json`, seasons), 'utf8')));
  if ('faults' in read) throw new Error(`${name}: ${JSON.stringify(read.faults)}`);
  return read.instance;
}
