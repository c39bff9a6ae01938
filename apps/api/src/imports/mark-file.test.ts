import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { checkFiles, importFiles } from '../../test/work.ts';
import { forgetOld } from '../flows/forget-old.ts';
import { markFile } from './mark-file.ts';

const api = await testApi();
const { database, owner } = api;
afterAll(api.close);

let broker: BuiltPerson;
beforeEach(async () => {
  const { id } = await buildPartnership(database);
  broker = await buildPerson(database, id, 'broker');
  await buildSchool(database, id, { urn: 100001 });
});

const header = 'URN;Role;Surname;First name;Note;E-mail';
const good = '100001;Deputy;O’Neill;Ben;"a ""b"";c";ben@ash.example';
const rows = [
  header,
  good,
  '100001;King;Roe;Cy;=1+1;cy@ash.example',
  '',
  '999999;Deputy;Doe;Di;-;di@ash.example',
  '100001;Deputy;Short',
];
const file = `${rows.join('\r\n')}\r\n`;

const marked = async (id: string, name: string, query = '') => {
  const answer = await api
    .as(broker)
    .get(`/imports/${id}/files/${encodeURIComponent(name)}/marked${query}`)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces).toString('utf8')));
    });
  return { ...answer, lines: String(answer.body).split('\r\n') };
};

const wrong = {
  3: '3;"The cell “Role” says “King”. Use headteacher, deputy, senior leader, chair of governors, governor or school administrator."',
  5: '5;The cell “URN” says “999999”. We have no school with that URN. Import the register first.',
  6: '6;"This row has 3 cells, the header has 6. A comma or a quote mark may be missing or left over."',
};
const plain = (text: string) => text.replaceAll('"', '');

test('a file with errors comes back with its own columns, and row by row what is wrong with it', async () => {
  const { id } = await checkFiles(api, broker, 'people', { 'my people.csv': file });
  const { lines, headers } = await marked(id, 'my people.csv');
  expect(headers['content-type']).toContain('text/csv');
  expect(headers['content-disposition']).toContain('my%20people%20to%20put%20right.csv');
  expect(lines.map(plain)).toEqual(
    [
      `\uFEFF${header};Lateral: row;Lateral: what is wrong`,
      `100001;King;Roe;Cy;'=1+1;cy@ash.example;${wrong[3]}`,
      `999999;Deputy;Doe;Di;'-;di@ash.example;${wrong[5]}`,
      `100001;Deputy;Short;;;;${wrong[6]}`,
      '',
    ].map(plain),
  );
  const all = await marked(id, 'my people.csv', '?rows=all');
  expect(all.lines[1]).toBe(`${good};2;`);
  expect(all.lines).toHaveLength(6);
});

test('put right and brought again, the columns that we added are passed over, even twice', async () => {
  const { id } = await checkFiles(api, broker, 'people', {
    'p.csv': Buffer.from(file.replace('’', '\x92'), 'latin1'),
  });
  const { lines } = await marked(id, 'p.csv', '?rows=all');
  expect(lines[1]).toBe(`${good};2;`);
  const right = lines.join('\r\n').replace('King', 'Governor').replace('999999', '100001');
  const again = await checkFiles(api, broker, 'people', { 'p.csv': right.replace('Short', 'Short;;;x') });
  expect(again.counts).toMatchObject({ added: 3, refused: 1 });
  const second = await marked(again.id, 'p.csv');
  expect(second.lines[0]).toBe(`\uFEFF${header};Lateral: row;Lateral: what is wrong`);
});

test('is kept while there is something to put right, and for 30 days', async () => {
  const clean = await importFiles(api, broker, 'people', { 'p.csv': `${header}\n${good}\n` });
  expect(clean.files).toMatchObject([{ refused: 0, isKept: false }]);
  expect((await marked(clean.id, 'p.csv')).status).toBe(409);

  const applied = await importFiles(api, broker, 'people', { 'p.csv': file });
  const waiting = await checkFiles(api, broker, 'people', { 'q.csv': file });
  expect(applied.files).toMatchObject([{ refused: 3, isKept: true }]);
  expect(waiting.files).toMatchObject([{ refused: 3, isKept: true }]);
  expect((await marked(applied.id, 'p.csv')).lines).toHaveLength(5);
  expect((await marked(applied.id, 'none.csv')).status).toBe(404);

  const day = (n: number) => new Date(Date.parse(applied.createdAt as never) + n * 24 * 60 * 60 * 1000);
  await forgetOld(database, day(29));
  expect((await marked(applied.id, 'p.csv')).status).toBe(200);
  await forgetOld(database, day(31));
  const gone = await marked(applied.id, 'p.csv');
  expect([gone.status, JSON.parse(gone.lines[0] ?? '').code]).toEqual([409, 'file-not-kept']);
  const { rows: states } = await owner.query(
    'select state from imports where partnership_id = $1 order by id = $2',
    [broker.partnershipId, waiting.id],
  );
  expect(states.map(({ state }) => state)).toEqual(['applied', 'applied', 'discarded']);
});

test('a large file comes in pieces: what is held while it is read does not grow with it', async () => {
  const many = Array.from(
    { length: 60_000 },
    (_, i) => `100001;King;Surname ${i};Ben;${'x'.repeat(100)};e@x`,
  );
  const { id } = await checkFiles(api, broker, 'people', { 'p.csv': `${header}\n${many.join('\n')}\n` });
  const pieces = await markFile(database, broker.partnershipId, {
    importId: id,
    name: 'p.csv',
    rows: 'all',
  });
  const before = await heldNow();
  const held: number[] = [];
  let [length, lines, count, last] = [0, 0, 0, ''];
  for await (const piece of pieces) {
    length += piece.length;
    lines += piece.split('\r\n').length - 1;
    last = piece;
    if (count++ % 16 === 0) held.push((await heldNow()) - before);
  }
  expect(lines).toBe(60_001);
  expect(last).toMatch(/\r\n100001;King;Surname 59999;.*;60001;"?The cell/);
  expect(length).toBeGreaterThan(12e6);
  expect(held.length).toBeGreaterThan(12);
  expect(Math.max(...held)).toBeLessThan(length / 3);
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are really held: what nobody refers to is put away first; what lay outside the heap, a moment later. */
async function heldNow(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    collect();
    await setTimeout(5);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
