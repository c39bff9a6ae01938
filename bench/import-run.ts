import { runJob } from '../apps/api/src/flows/run-job.ts';
import { sendToWork } from '../apps/api/src/imports/move-import.ts';
import { findImport, recordImport } from '../apps/api/src/imports/queries.ts';
import { takeFile } from '../apps/api/src/imports/take-file.ts';
import type { Database } from '../packages/db/src/client.ts';

const now = () => new Date();
const pieceSize = 64 * 1024;

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
}

/** An import whose file has been sent. @returns its id */
export const prepareImport = (database: Database, partnershipId: string, bytes: Buffer) =>
  database.withPartnership(partnershipId, async (db) => {
    const importId = await recordImport(db, partnershipId, 'register', null, now());
    await takeFile(db, { partnershipId }, { importId, name: 'national.csv', bytes: inPieces(bytes) });
    return importId;
  });

/** Checks an import and applies it, each in its job, as a worker would. @returns what it came to */
export async function runImport(database: Database, partnershipId: string, importId: string) {
  const actor = { partnershipId, personId: null } as never;
  const fail = (error: unknown) => {
    throw error;
  };
  for (const step of ['check', 'apply'] as const) {
    const { job } = await database.withPartnership(partnershipId, (db) =>
      sendToWork(db, actor, importId, step),
    );
    await runJob({ database, now, onError: fail }, partnershipId, job?.id ?? '');
  }
  const found = await database.withPartnership(partnershipId, (db) => findImport(db, importId));
  if (found?.state !== 'applied') throw new Error(`not applied: ${JSON.stringify(found)}`);
  return found.counts;
}
