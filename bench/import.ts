import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPartnership } from '../apps/api/test/builders.ts';
import { prepareImport, runImport } from './import-run.ts';
import { type Figure, interleave, timed } from './measure.ts';
import { columns, header, rows, writeNationalFile } from './national-file.ts';
import { openBench, type Place } from './place.ts';

const times = Number(process.env.TIMES ?? 9);
const mostTimes = 6;
const mostMemory = 250;

/** The figures of this file, in the order in which they are measured. */
export const names = ['import-national', 'import-memory'];

/**
 * `import-national`: a national register (52,000 rows, 135 columns, Windows-1252) in a partnership of one authority,
 * which takes its 340 schools from it: checked and applied, each by its job, as a worker runs them. The bytes are there
 * before, as after an upload. Against PostgreSQL's own `COPY` of the same file, from its disk, into a table of 135 text
 * columns, where every row is written and nothing is compared. Each run imports into a partnership of its own.
 * `import-memory`: how far such an import raises the memory of a process that does nothing else, at its highest.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  await using place = await openBench();
  const bytes = writeNationalFile();
  if (isAsked('import-national')) yield await measureTime(place, bytes);
  if (isAsked('import-memory')) yield await measureMemory(place, bytes);
}

async function measureTime(place: Place, bytes: Buffer): Promise<Figure> {
  const copy = await prepareCopy(place, bytes);
  const ours = async () => {
    const { id } = await buildPartnership(place.database);
    const importId = await prepareImport(place.database, id, bytes);
    let counts: Awaited<ReturnType<typeof runImport>> | undefined;
    const took = await timed(async () => {
      counts = await runImport(place.database, id, importId);
    });
    if (counts?.added !== Math.ceil(rows / 153))
      throw new Error(`not the schools: ${JSON.stringify(counts)}`);
    return took;
  };
  await ours();
  await copy();
  const result = await interleave(times, ours, copy);
  const value = result.ours / result.theirs;
  return {
    name: 'import-national',
    value,
    unit: 'times COPY',
    bar: mostTimes,
    ok: value <= mostTimes,
    ours: `${Math.round(result.ours)} ms`,
    copy: `${Math.round(result.theirs)} ms`,
    megabytes: Math.round(bytes.length / 1e6),
  };
}

async function prepareCopy({ owner, folder }: Place, bytes: Buffer) {
  const file = path.join(folder, 'national.csv');
  await writeFile(file, bytes);
  const list = header.map((_name, at) => `c${at} text`).join(', ');
  await owner.query(`create table copied (${list})`);
  return async () => {
    await owner.query('truncate copied');
    const took = await timed(() =>
      owner.query(`copy copied from '${file}' with (format csv, header, encoding 'WIN1252')`),
    );
    const { rows: found } = await owner.query('select count(*)::int as n from copied');
    if (found[0]?.n !== rows || header.length !== columns) throw new Error('not every row was copied');
    return took;
  };
}

async function measureMemory(place: Place, bytes: Buffer): Promise<Figure> {
  const { id } = await buildPartnership(place.database);
  const importId = await prepareImport(place.database, id, bytes);
  const child = fork(fileURLToPath(new URL('./import-child.ts', import.meta.url)), [id, importId], {
    env: { ...process.env, ...place.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ idle, peak }] = (await once(child, 'message')) as [{ idle: number; peak: number }];
  await once(child, 'exit');
  const value = (peak - idle) / 2 ** 20;
  return {
    name: 'import-memory',
    value,
    unit: 'MiB above idle',
    bar: mostMemory,
    ok: value <= mostMemory,
    idle: `${Math.round(idle / 2 ** 20)} MiB`,
    peak: `${Math.round(peak / 2 ** 20)} MiB`,
  };
}
