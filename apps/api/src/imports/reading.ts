import type { Db } from '@lateral/db/client';
import { readFile } from './chunk-queries.ts';
import type { NewChange } from './queries.ts';
import { listFiles } from './queries.ts';
import { UnreadableFile } from './read/file-faults.ts';
import { readTable, type Table } from './read/read-table.ts';

/** Somebody asked for the work to stop; nothing that it did is kept. */
export class Stopped extends Error {}

/** What an import came to, when it could not go on; a sentence for the person who brought it. */
export class ImportFailed extends Error {}

/** What a worker lends to a piece of work: how to say how far it is, and word to stop. */
export type Work = {
  report: (progress: { done: number; total: number; step: string }) => void;
  signal: AbortSignal;
};

/** Says how far the work is. @throws Stopped when it was asked to stop */
export function goOn({ report, signal }: Work, progress: Parameters<Work['report']>[0]) {
  if (signal.aborted) throw new Stopped();
  report(progress);
}

export type FileFault = { file: string; fault: string };
export type Counts = Record<
  'added' | 'changed' | 'closed' | 'converted' | 'reopened' | 'unchanged' | 'refused' | 'unsettled',
  number
>;

export const noCounts = (): Counts => ({
  added: 0,
  changed: 0,
  closed: 0,
  converted: 0,
  reopened: 0,
  unchanged: 0,
  refused: 0,
  unsettled: 0,
});

/** A row that is left out, with the sentence that says why. */
export const refusedRow = (file: string, row: number, column: string | null, reason: string): NewChange => ({
  kind: 'refused',
  file,
  row,
  column,
  reason,
});

/** Bytes are passed over twice: once for the encoding, once for the rows. */
const passes = 2;

/** Opens every file of an import in turn and hands it on as a table. Files that cannot be read become faults. */
export async function readEachFile(
  db: Db,
  importId: string,
  work: Work,
  take: (file: string, table: Table) => Promise<string | null>,
): Promise<FileFault[]> {
  const files = await listFiles(db, importId);
  const total = passes * files.reduce((sum, { size }) => sum + size, 0);
  const faults: FileFault[] = [];
  let done = 0;
  for (const { name } of files) {
    const open = async function* () {
      for await (const chunk of readFile(db, importId, name)) {
        done = Math.min(total, done + chunk.length);
        goOn(work, { done, total, step: 'reading' });
        yield chunk;
      }
    };
    const fault = await readOne(open, name, take);
    if (fault) faults.push({ file: name, fault });
  }
  return faults;
}

async function readOne(
  open: () => AsyncIterable<Uint8Array>,
  name: string,
  take: (file: string, table: Table) => Promise<string | null>,
) {
  try {
    return await take(name, await readTable(open));
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  }
}

/** The day that a file speaks of, from its name (`edubasealldata20260711.csv`, `…_2026-07-11_…`); else the day it came. */
export function dayOfFile(name: string, otherwise: string): string {
  const found = /(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : otherwise;
}
