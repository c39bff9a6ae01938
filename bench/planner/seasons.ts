import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Instance } from '../../packages/planner/src/instance.ts';
import { readInstance } from '../../packages/planner/src/read-instance.ts';

/** Instances and their judge stand beside the checkout, not in it. */
const folder = new URL('../../../shared/seasons/', import.meta.url);

export const judgeFile = new URL('check.mjs', folder);
export const judgeIsHere = existsSync(judgeFile);

/** The path of a published season, or of the best schedule known for it, by the start of its name (`pub-04`). */
export function pathOf(start: string, kind: 'instance' | 'best'): string {
  const file = readdirSync(folder).find(
    (name) =>
      name.startsWith(start) && name.endsWith('.json') && name.endsWith('.best.json') === (kind === 'best'),
  );
  if (file === undefined) throw new Error(`There is no ${kind} of ${start} beside the checkout.`);
  return fileURLToPath(new URL(file, folder));
}

/** Reads an instance from a file. Throws with its faults. */
export async function readSeason(file: string): Promise<Instance> {
  const read = readInstance(JSON.parse(await readFile(file, 'utf8')));
  if ('faults' in read) throw new Error(`${file}: ${JSON.stringify(read.faults.slice(0, 5))}`);
  return read.instance;
}
