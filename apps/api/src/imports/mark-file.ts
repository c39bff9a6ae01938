import type { Database } from '@lateral/db/client';
import { markColumns, markRow } from '@lateral/domain/imports/marks';
import { refuseMarking } from '@lateral/domain/imports/states';
import { csvBeginning, writeRow } from '../csv.ts';
import { notFound, refused } from '../problems.ts';
import { findChunk } from './chunk-queries.ts';
import { found } from './move-import.ts';
import { listRefused } from './queries.ts';
import { readTable, type Table } from './read/read-table.ts';

type Which = { importId: string; name: string; rows: 'refused' | 'all' };

/**
 * A file that was sent, given back with what is wrong said row by row: the same columns, then ours. Read and written
 * piece by piece, each in a transaction of its own, so that neither memory nor a transaction grows with it.
 * @throws 404; 409 when there is no check to speak of, or the file has not been kept
 */
export async function markFile(database: Database, partnershipId: string, which: Which) {
  const { importId, name } = which;
  const { state, files } = await database.withPartnership(partnershipId, (db) => found(db, importId));
  const file = files.find((one) => one.name === name);
  if (!file) throw notFound();
  const refusal = refuseMarking(state, file.isKept);
  if (refusal) throw refused(refusal);
  const table = await readTable(() => readWhole(database, partnershipId, importId, file));
  return writeMarked(table, which.rows, readRefused(database, partnershipId, which));
}

/** The bytes of a file. @throws when it is put away while it is read: half a file is none */
async function* readWhole(
  database: Database,
  partnershipId: string,
  importId: string,
  { name, size }: { name: string; size: number },
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for (let position = 0; read < size; position++) {
    const bytes = await database.withPartnership(partnershipId, (db) =>
      findChunk(db, importId, name, position),
    );
    if (!bytes) throw new Error(`the file ${name} was put away while it was read`);
    read += bytes.length;
    yield bytes;
  }
}

const atOnce = 1000;

async function* readRefused(database: Database, partnershipId: string, { importId, name }: Which) {
  for (let after = -1; ; ) {
    const some = await database.withPartnership(partnershipId, (db) =>
      listRefused(db, importId, name, after, atOnce),
    );
    yield* some;
    after = some.at(-1)?.position ?? after;
    if (some.length < atOnce) return;
  }
}

const pieceSize = 64 * 1024;

/** Both go down the file together: what was refused was found in the order of its rows. */
async function* writeMarked(
  { header, survey, rows }: Table,
  which: Which['rows'],
  refusals: AsyncGenerator<{ row: number; reason: string }>,
): AsyncGenerator<string> {
  const write = (cells: readonly string[]) => writeRow(cells, survey.delimiter);
  let piece = csvBeginning + write([...header, ...markColumns]);
  let next = await refusals.next();
  for await (const { row, cells } of rows) {
    const reasons: string[] = [];
    for (; !next.done && next.value.row <= row; next = await refusals.next()) reasons.push(next.value.reason);
    if (reasons.length === 0 && which === 'refused') {
      if (next.done) break;
      continue;
    }
    piece += write(markRow(cells, header.length, row, reasons));
    if (piece.length < pieceSize) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
