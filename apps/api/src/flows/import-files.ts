import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Database, Db } from '@lateral/db/client';
import type { ImportKind } from '@lateral/domain/imports/states';
import { lockFor } from '../imports/move-import.ts';
import { listChanges, recordImport, updateImport } from '../imports/queries.ts';
import { type Counts, noCounts } from '../imports/reading.ts';
import { runApply, runCheck } from '../imports/run-import.ts';
import { takeFile } from '../imports/take-file.ts';

export type NamedFile = { name: string; bytes: () => AsyncIterable<Uint8Array> };
type Refused = { file: string; row: number; column: string | null; reason: string };
export type ImportResult = { counts: Counts; refused: Refused[] };

/** A file could not be read; nothing was changed. */
export class UnreadFiles extends Error {}

type Who = { partnershipId: string; personId: string | null };
const noWork = { report: () => {}, signal: new AbortController().signal };

export const fileAt = (file: string): NamedFile => ({
  name: path.basename(file),
  bytes: () => createReadStream(file),
});

/** Checks and applies files through the same steps as the screen, in the caller's transaction. */
export async function importFiles(
  db: Db,
  who: Who,
  kind: ImportKind,
  files: readonly NamedFile[],
  now: Date,
): Promise<ImportResult> {
  const importId = await recordImport(db, who.partnershipId, kind, who.personId, now);
  for (const { name, bytes } of files) await takeFile(db, who, { importId, name, bytes: bytes() });
  await lockFor(db, importId, 'check');
  await updateImport(db, importId, { state: 'checking' });
  if (!(await runCheck(db, who, importId, now, noWork))) {
    const { faults } = await lockFor(db, importId, 'discard');
    throw new UnreadFiles(faults.map(({ file, fault }) => `${file}: ${fault}`).join('\n'));
  }
  const refused = (await listChanges(db, importId, 'refused', -1, 1_000_000)).map(
    ({ file, row, column, reason }) => ({
      file: file ?? '',
      row: row ?? 0,
      column: column ?? null,
      reason: reason ?? '',
    }),
  );
  await updateImport(db, importId, { state: 'applying' });
  return { counts: await runApply(db, who, importId, now, noWork), refused };
}

class Rehearsed extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super('rehearsed');
    this.result = result;
  }
}

/**
 * Imports batches of files one after another, all or none; a rehearsal changes nothing and says what it would do.
 * Numbers are added up over the batches; `unsettled` is what is left at the end.
 */
export async function importBatches(
  database: Database,
  who: Who,
  kind: ImportKind,
  batches: readonly (readonly NamedFile[])[],
  { now, isRehearsal }: { now: Date; isRehearsal: boolean },
): Promise<ImportResult> {
  try {
    return await database.withPartnership(who.partnershipId, async (db) => {
      const total: ImportResult = { counts: noCounts(), refused: [] };
      for (const files of batches) {
        const { counts, refused } = await importFiles(db, who, kind, files, now);
        for (const key of Object.keys(counts) as (keyof Counts)[]) total.counts[key] += counts[key];
        total.counts.unsettled = counts.unsettled;
        total.refused.push(...refused);
      }
      if (isRehearsal) throw new Rehearsed(total);
      return total;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result;
    throw error;
  }
}
