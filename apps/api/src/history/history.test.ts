import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditExport } from '@lateral/audit/entry';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { chainEvents, signChains } from './chain-events.ts';

const confirmedAt = new Date('2026-11-23T08:58:00Z');
const api = await testApi();
const { app, database, owner } = api;
const folder = mkdtempSync(path.join(tmpdir(), 'lateral-history-'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

let partnershipId: string;
let broker: Awaited<ReturnType<typeof buildPerson>>;
let publicKey: string;

beforeEach(async () => {
  ({ id: partnershipId } = await buildPartnership(database));
  broker = await buildPerson(database, partnershipId, 'broker', null, { confirmedAt });
  ({ publicKey } = (await api.as(broker).get('/history/standing').expect(200)).body);
});

let clusters = 0;
const act = (n: number) =>
  Promise.all(
    Array.from({ length: n }, () =>
      api
        .as(broker)
        .post('/clusters')
        .send({ name: `Cluster ${clusters++}`, kind: 'primary-partnership' })
        .expect(201),
    ),
  );
const standing = async () => (await api.as(broker).get('/history/standing').expect(200)).body;
const chained = async () =>
  (
    await owner.query(
      'select seq::int, hash, salt from events where partnership_id = $1 order by seq nulls last',
      [partnershipId],
    )
  ).rows;
const exportNow = async () => {
  const { body } = await api
    .as(broker)
    .get('/history/export')
    .buffer(true)
    .parse((res, done) => {
      // A letter may lie across two pieces: they are read as one.
      const pieces: Buffer[] = [];
      res.on('data', (piece: Buffer) => void pieces.push(piece));
      res.on('end', () => done(null, JSON.parse(Buffer.concat(pieces).toString('utf8'))));
    })
    .expect(200);
  return body as AuditExport;
};
const main = fileURLToPath(new URL('../../../../packages/audit/src/main.ts', import.meta.url));
function verify(audit: AuditExport, key = publicKey) {
  const file = path.join(folder, 'export.json');
  writeFileSync(file, JSON.stringify(audit));
  const { status, stdout } = spawnSync(process.execPath, [main, file, '--key', key], { encoding: 'utf8' });
  return { status, said: stdout };
}

test('what happens waits for its place, and the worker gives it one in the order in which it was written', async () => {
  await act(5);
  expect(await standing()).toMatchObject({ chained: 0, waiting: 5, checkpoint: null });
  await chainEvents(database);
  expect(await standing()).toMatchObject({ chained: 5, waiting: 0 });
  expect((await chained()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  await act(2);
  await chainEvents(database);
  expect((await chained()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('two workers at once chain everything once, while things go on happening', async () => {
  await act(10);
  await Promise.all([chainEvents(database), act(10), chainEvents(database), chainEvents(database)]);
  await chainEvents(database);
  const rows = await chained();
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(verify(await exportNow()).status).toBe(0);
});

test('more than one piece is chained, and partnerships apart', async () => {
  const other = await buildPartnership(database);
  for (const id of [partnershipId, other.id])
    await owner.query(
      `insert into events (partnership_id, at, kind, detail) select $1, now(), 'x', jsonb_build_object('n', n, 'é', 1.5, 'deep', jsonb_build_array(null, true, '\u2028')) from generate_series(1, 4500) n`,
      [id],
    );
  expect(await chainEvents(database)).toBeGreaterThanOrEqual(9000);
  expect(await standing()).toMatchObject({ chained: 4500, waiting: 0 });
  const audit = await exportNow();
  expect(audit.entries).toHaveLength(4500);
  expect(verify(audit)).toMatchObject({ status: 0, said: expect.stringContaining('4500 entries') });
});

test('a signed head is kept once, and every export carries it and its own seal', async () => {
  await act(3);
  await chainEvents(database);
  const first = await signChains(database, app.auditKey, new Date('2026-11-24T02:05:00Z'));
  expect(first.find((one) => one.partnershipId === partnershipId)).toMatchObject({ seq: 3 });
  const again = await signChains(database, app.auditKey, new Date('2026-11-25T02:05:00Z'));
  expect(again.find((one) => one.partnershipId === partnershipId)).toBeUndefined();
  await act(1);
  await chainEvents(database);
  const audit = await exportNow();
  expect(audit.checkpoints.map(({ seq }) => seq)).toEqual([3]);
  expect(audit.seal.seq).toBe(4);
  expect(verify(audit).status).toBe(0);
});

describe('somebody with the database in their hands', () => {
  const tamper = async (text: string, values: unknown[] = []) => {
    await owner.query(text, [partnershipId, ...values]);
    return verify(await exportNow());
  };
  beforeEach(async () => {
    await act(6);
    await chainEvents(database);
    await signChains(database, app.auditKey, new Date('2026-11-24T02:05:00Z'));
  });

  test.each([
    [
      'changes what was said',
      `update events set detail = '{"name":"Other"}' where partnership_id = $1 and seq = 3`,
      'What entry 3 says has been changed',
    ],
    [
      'changes who did it',
      `update events set person_id = null where partnership_id = $1 and seq = 4`,
      'Entry 4',
    ],
    [
      'changes when',
      `update events set at = at - interval '1 microsecond' where partnership_id = $1 and seq = 2`,
      'Entry 2',
    ],
    ['takes one out', `delete from events where partnership_id = $1 and seq = 3`, 'Entry 3 is missing'],
    ['cuts off the end', `delete from events where partnership_id = $1 and seq > 4`, 'The end is missing'],
    [
      'changes the order',
      `update events set seq = case seq when 2 then 1002 else 1003 end where partnership_id = $1 and seq in (2, 3)`,
      'missing',
    ],
  ])('who %s is found out', async (_, text, said) => {
    expect(await tamper(text)).toEqual({ status: 1, said: expect.stringContaining(said) });
  });

  test('who writes the chain anew is found out by the signatures', async () => {
    await owner.query(`update events set detail = '{"name":"Other"}' where partnership_id = $1 and seq = 2`, [
      partnershipId,
    ]);
    await owner.query(
      `update events set seq = null, salt = null, detail_hash = null, hash = null where partnership_id = $1`,
      [partnershipId],
    );
    await chainEvents(database);
    const { status, said } = verify(await exportNow());
    expect(status).toBe(1);
    expect(said).toContain('written anew');
  });
});

test('a file that was changed after it was saved is found out too, and so is another installation’s key', async () => {
  await act(3);
  await chainEvents(database);
  const audit = await exportNow();
  expect(verify(audit).status).toBe(0);
  expect(verify({ ...audit, entries: audit.entries.slice(0, 2) }).status).toBe(1);
  expect(verify(audit, 'A'.repeat(43)).status).not.toBe(0);
});

test('the history is for those who may see it, whole, newest first, and says who did what in whose name', async () => {
  const school = await buildSchool(database, partnershipId, { name: 'Ash Primary' });
  const head = await buildPerson(database, partnershipId, 'headteacher', school.id, { confirmedAt });
  const office = await buildPerson(database, partnershipId, 'school-administrator', school.id);
  await api
    .as(head)
    .post('/delegations')
    .send({ schoolId: school.id, delegateId: office.personId, until: '2027-07-31' })
    .expect(201);
  await api
    .as(office)
    .put(`/schools/${school.id}/details`)
    .set('if-match', '"0"')
    .send({ email: null, phone: '1', website: null, askFor: null, arrival: null, access: null })
    .expect(200);
  const { body } = await api.as(broker).get('/history').expect(200);
  expect(body.items[0]).toMatchObject({
    kind: 'details-changed',
    school: { id: school.id, name: 'Ash Primary' },
    who: `Ada ${office.lastName}`,
    onBehalfOf: `Ada ${head.lastName}`,
    seq: null,
  });
  const { body: found } = await api.as(broker).get('/history?q=ash%20primary&limit=1').expect(200);
  expect(found.total).toBe(2);
  const { body: next } = await api
    .as(broker)
    .get(`/history?q=ash%20primary&cursor=${found.next}`)
    .expect(200);
  expect(next.items.map(({ kind }: { kind: string }) => kind)).toEqual(['role-lent']);
  const { body: alone } = await api.as(broker).get('/history?about=partnership').expect(200);
  expect(alone.items).toEqual([]);
  await api.as(head).get('/history').expect(404);
});
