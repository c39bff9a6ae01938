import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { runJob } from '../apps/api/src/flows/run-job.ts';
import { sendToWork } from '../apps/api/src/imports/move-import.ts';
import { findImport, recordImport } from '../apps/api/src/imports/queries.ts';
import { takeFile } from '../apps/api/src/imports/take-file.ts';
import { buildPartnership, buildPerson } from '../apps/api/test/builders.ts';
import { nationalFile } from '../apps/api/test/national-file.ts';
import { type Figure, interleave, timed } from './measure.ts';
import { openBench, type Place } from './place.ts';

const times = Number(process.env.TIMES ?? 9);
const rows = 52_000;
const columns = 135;
/** As many local authorities as England has. */
const authorities = Array.from({ length: 153 }, (_, i) => 800 + i);
const ours = 916;
const mostTimesCopy = 6;
const mostMemory = 250;

/** The figures of this file, in the order in which they are measured. */
export const names = ['import-national', 'import-one-authority', 'import-memory'];

/**
 * A register of national size imported by one partnership, as its broker does it: checked (read, every row validated,
 * compared with what is known, the preview kept) and applied, both by the worker's own code, against PostgreSQL's COPY
 * of the same bytes into 135 columns of text. `import-national`: the rows are of 153 authorities, so that a 153rd of them
 * are the partnership's. `import-one-authority`: every row is, and all 52,000 schools are added. The memory is that of
 * a process of its own, above what it takes when it has just imported ten rows.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  await using place = await openBench();
  const files = {
    'import-national': nationalFile(rows, authorities),
    'import-one-authority': nationalFile(rows, [ours]),
  };
  for (const name of ['import-national', 'import-one-authority'] as const)
    if (isAsked(name)) yield await measure(place, name, files[name]);
  if (isAsked('import-memory')) yield await weigh(place, files['import-national']);
}

async function measure(place: Place, name: string, file: Buffer): Promise<Figure> {
  await prepareCopy(place, file);
  const added: number[] = [];
  const importing = async () => {
    const begun = await bring(place, file);
    const ms = await timed(() => checkAndApply(place, begun));
    added.push(await countAdded(place, begun));
    return ms;
  };
  const result = await interleave(times, importing, () => copy(place, file));
  const wanted = name === 'import-national' ? Math.ceil(rows / authorities.length) : rows;
  if (added.some((n) => Math.abs(n - wanted) > 1)) throw new Error(`${added} schools added, not ${wanted}`);
  const ratio = result.ours / result.theirs;
  return {
    name,
    value: ratio,
    unit: 'times COPY of the same bytes',
    bar: mostTimesCopy,
    ok: ratio <= mostTimesCopy,
    ours: `${Math.round(result.ours)} ms`,
    copy: `${Math.round(result.theirs)} ms`,
    megabytes: Math.round(file.length / 1e6),
    schoolsAdded: wanted,
  };
}

type Begun = { partnershipId: string; personId: string; importId: string };

/** A partnership of its own with a file that waits to be checked. */
async function bring(place: Place, file: Buffer): Promise<Begun> {
  const { database } = place;
  const { id: partnershipId } = await buildPartnership(database, { laCode: String(ours) });
  const { personId } = await buildPerson(database, partnershipId, 'broker');
  return database.withPartnership(partnershipId, async (db) => {
    const importId = await recordImport(db, partnershipId, 'register', personId, new Date());
    const bytes = Readable.from(pieces(file));
    await takeFile(db, { partnershipId }, { importId, name: 'national_2026-09-01.csv', bytes });
    return { partnershipId, personId, importId };
  });
}

function* pieces(file: Buffer) {
  for (let i = 0; i < file.length; i += 65_536) yield file.subarray(i, i + 65_536);
}

export async function checkAndApply({ database }: Pick<Place, 'database'>, begun: Begun) {
  const { partnershipId, personId, importId } = begun;
  const actor = { partnershipId, personId };
  for (const action of ['check', 'apply'] as const) {
    const sent = await database.withPartnership(partnershipId, (db) =>
      sendToWork(db, actor as Parameters<typeof sendToWork>[1], importId, action),
    );
    const onError = (error: unknown) => console.error(error);
    await runJob({ database, now: () => new Date(), onError }, partnershipId, sent.job?.id ?? '');
    const wanted = action === 'check' ? 'ready' : 'applied';
    const now = await database.withPartnership(partnershipId, (db) => findImport(db, importId));
    if (now?.state !== wanted) throw new Error(`the import is ${now?.state}: ${JSON.stringify(now?.faults)}`);
  }
}

async function countAdded({ owner }: Place, { partnershipId }: Begun) {
  const { rows: found } = await owner.query<{ n: number }>(
    'select count(*)::int as n from establishments where partnership_id = $1',
    [partnershipId],
  );
  return found[0]?.n ?? 0;
}

async function prepareCopy({ owner }: Place, file: Buffer) {
  const width = file.subarray(0, file.indexOf('\r\n')).toString().split(',').length;
  if (width !== columns) throw new Error(`the file has ${width} columns, not ${columns}`);
  const all = Array.from({ length: columns }, (_, i) => `c${i} text`).join(', ');
  await owner.query('create schema if not exists bench');
  await owner.query('drop table if exists bench.copied');
  await owner.query(`create table bench.copied (${all})`);
}

/** The yardstick: PostgreSQL's own COPY, in a transaction, through the same driver. */
async function copy({ owner }: Place, file: Buffer) {
  const ms = await timed(() =>
    pipeline(
      Readable.from(pieces(file)),
      owner.query(copyFrom('copy bench.copied from stdin (format csv, header)')),
    ),
  );
  const { rows: found } = await owner.query<{ n: number }>('select count(*)::int as n from bench.copied');
  if (found[0]?.n !== rows) throw new Error(`COPY took ${found[0]?.n} rows`);
  await owner.query('truncate bench.copied');
  return ms;
}

async function weigh(place: Place, file: Buffer): Promise<Figure> {
  const small = await bring(place, nationalFile(10, [ours]));
  const large = await bring(place, file);
  const child = fork(new URL('import-child.ts', import.meta.url), [JSON.stringify([small, large])], {
    env: { ...process.env, ...place.env },
    execArgv: ['--expose-gc'],
  });
  const [{ idle, peak }] = (await once(child, 'message')) as [{ idle: number; peak: number }];
  const megabytes = (bytes: number) => bytes / 1024 / 1024;
  const value = megabytes(peak - idle);
  return {
    name: 'import-memory',
    value,
    unit: 'MiB above idle',
    bar: mostMemory,
    ok: value <= mostMemory,
    idle: `${Math.round(megabytes(idle))} MiB`,
    peak: `${Math.round(megabytes(peak))} MiB`,
  };
}
