import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Instance, Schedule } from '../src/instance.ts';
import { readInstance } from '../src/read-instance.ts';
import type { Score } from '../src/score.ts';

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

/** What the judge says when it is not asked for bounds, which cost most of its time. */
export interface QuickVerdict {
  hard: number;
  hardByCode: Record<string, number>;
  unscheduled: number;
  soft: Omit<Score, 'unplaced'>;
}

type QuickCheck = (instance: Instance, schedule: Schedule, options: { noBound: true }) => QuickVerdict;

/** The judge as a function that answers at once, for who asks it thousands of times. */
export async function loadQuickJudge() {
  const { check }: { check: QuickCheck } = await import(new URL('check.mjs', seasons).href);
  return (instance: Instance, schedule: Schedule): QuickVerdict =>
    check(instance, schedule, { noBound: true });
}

export async function judgeQuickly(instance: Instance, schedule: Schedule): Promise<QuickVerdict> {
  return (await loadQuickJudge())(instance, schedule);
}

/** The best schedule known of a published season. */
export async function readBest(name: string): Promise<Schedule> {
  return JSON.parse(await readFile(new URL(`${name}.best.json`, seasons), 'utf8'));
}
