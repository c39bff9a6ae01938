import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type BackupHead, endOfRows, type RowCounts } from './backup.ts';

/** A backup that cannot be restored here, in a sentence for the person at the terminal. Nothing was changed. */
export class CannotRestore extends Error {}

const damaged = () => new CannotRestore('The backup is damaged or not whole. Nothing was restored.');
const notOurs = () => new CannotRestore('This file is not a backup of Lateral.');

type Part = { table: string; columns: string[] };
type End = { rows: RowCounts; sha256: string };

/** The lines of a backup, each with its end. Memory holds one at a time. */
async function* readLines(from: Readable): AsyncGenerator<Buffer, undefined> {
  const gunzip = createGunzip();
  pipeline(from, gunzip, () => {});
  let rest: Buffer[] = [];
  for await (const piece of gunzip as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, start)) {
      const line = piece.subarray(start, end + 1);
      yield rest.length > 0 ? Buffer.concat([...rest, line]) : line;
      rest = [];
      start = end + 1;
    }
    if (start < piece.length) rest.push(piece.subarray(start));
  }
}

/**
 * Opens a backup and goes through it once, from the head to its end.
 * @throws CannotRestore when it is no backup, or not whole
 */
export async function openBackup(from: Readable) {
  const lines = readLines(from);
  const hash = createHash('sha256');
  const next = async () => {
    const { value, done } = await lines.next().catch(() => {
      throw damaged();
    });
    if (done || value === undefined) throw damaged();
    return value;
  };
  const first = await next().catch(() => {
    throw notOurs();
  });
  hash.update(first);
  const head = parse<BackupHead>(first, notOurs);
  if (head.format !== 'lateral-backup-1') throw notOurs();
  const counted: RowCounts = {};

  /** The rows of the part that has just begun, as they go to COPY. */
  async function* readRows(table: string): AsyncGenerator<Buffer> {
    counted[table] = 0;
    for (let line = await next(); ; line = await next()) {
      hash.update(line);
      if (line.length === 3 && line.toString() === `${endOfRows}\n`) return;
      counted[table] += 1;
      yield line;
    }
  }
  return {
    head,
    readRows,
    /** The next table; null at the end, once it is sure that nothing is missing and nothing was changed. */
    async nextPart(): Promise<Part | null> {
      const line = await next();
      const said = parse<Partial<Part & End>>(line, damaged);
      if (said.table !== undefined && said.columns) {
        hash.update(line);
        return { table: said.table, columns: said.columns };
      }
      const isWhole =
        said.sha256 === hash.digest('base64url') && JSON.stringify(said.rows) === JSON.stringify(counted);
      // To the very last byte: what compression adds at the end is checked there.
      const after = await lines.next().catch(() => null);
      if (!isWhole || !after?.done) throw damaged();
      return null;
    },
    counted,
  };
}

export type Backup = Awaited<ReturnType<typeof openBackup>>;

function parse<T>(line: Buffer, refuse: () => CannotRestore): T {
  try {
    return JSON.parse(line.toString()) as T;
  } catch {
    throw refuse();
  }
}
