import { afterAll, beforeEach, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson } from '../../test/builders.ts';
import { checkFiles, workOff } from '../../test/work.ts';
import { runJob } from '../flows/run-job.ts';
import { takeJob } from '../running-jobs.ts';

const api = await testApi();
const { database, owner } = api;
afterAll(api.close);

let broker: BuiltPerson;
beforeEach(async () => {
  const { id } = await buildPartnership(database);
  broker = await buildPerson(database, id, 'broker');
});

const csv = 'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code)\n';
const ash = `${csv}100001,916,Ash Primary,1,1\n`;

const as = () => api.as(broker);
const stands = async (id: string) => (await as().get(`/imports/${id}`).expect(200)).body;
const cancel = (id: string) => as().post(`/imports/${id}/cancel`);
const countSchools = async () =>
  (
    await owner.query('select count(*)::int as n from schools where partnership_id = $1', [
      broker.partnershipId,
    ])
  ).rows[0].n;

async function sendAgain(id: string, step: 'check' | 'apply') {
  return (await as().post(`/imports/${id}/${step}`).expect(202)).body.job.id as string;
}

test('a check that no worker has taken up yet is stopped at once, and its files can be changed and checked', async () => {
  const { id } = await checkFiles(api, broker, 'register', { 'a.csv': ash, 'b.csv': 'Name,Age\nAda,36\n' });
  const jobId = await sendAgain(id, 'check');
  const { body } = await cancel(id).expect(200);
  expect(body).toMatchObject({ state: 'uploading', job: { state: 'cancelled' } });
  await workOff(database, broker.partnershipId, jobId);
  expect(await stands(id)).toMatchObject({ state: 'uploading', job: { state: 'cancelled' } });

  await as().delete(`/imports/${id}/files/none.csv`).expect(404);
  const { body: without } = await as().delete(`/imports/${id}/files/b.csv`).expect(200);
  expect(without.files).toMatchObject([{ name: 'a.csv' }]);
  await workOff(database, broker.partnershipId, await sendAgain(id, 'check'));
  expect(await stands(id)).toMatchObject({ state: 'ready', counts: { added: 1 } });
});

test('an apply that is stopped leaves nothing, and its preview still stands', async () => {
  const { id } = await checkFiles(api, broker, 'register', { 'a.csv': ash });
  const jobId = await sendAgain(id, 'apply');
  expect((await cancel(id).expect(200)).body).toMatchObject({ state: 'ready', counts: { added: 1 } });
  await workOff(database, broker.partnershipId, jobId);
  expect(await countSchools()).toBe(0);
  await workOff(database, broker.partnershipId, await sendAgain(id, 'apply'));
  expect(await stands(id)).toMatchObject({ state: 'applied' });
  expect(await countSchools()).toBe(1);
});

test('one whose worker was killed is stopped at once, and that worker ends nothing when it comes back', async () => {
  const { id } = await checkFiles(api, broker, 'register', { 'a.csv': ash });
  const jobId = await sendAgain(id, 'apply');
  expect(await database.withPartnership(broker.partnershipId, (db) => takeJob(db, jobId))).toBeTruthy();
  expect((await cancel(id).expect(200)).body).toMatchObject({ state: 'ready', job: { state: 'cancelled' } });
  await workOff(database, broker.partnershipId, jobId);
  expect(await countSchools()).toBe(0);
});

test('what is not under way cannot be stopped, and what has ended stays as it is', async () => {
  const { id } = await checkFiles(api, broker, 'register', { 'a.csv': ash });
  expect((await cancel(id).expect(409)).body.code).toBe('not-under-way');
  await workOff(database, broker.partnershipId, await sendAgain(id, 'apply'));
  expect((await cancel(id).expect(409)).body.code).toBe('not-under-way');
  expect(await stands(id)).toMatchObject({ state: 'applied' });
});

test('stopped while a worker applies it: whoever is told that it stops is right, whoever wins', async () => {
  const rows = Array.from({ length: 1500 }, (_, i) => `${200_000 + i},916,School ${i},1,1`);
  const { id } = await checkFiles(api, broker, 'register', { 'a.csv': `${csv}${rows.join('\n')}\n` });
  const outcomes = new Set<string>();
  const calls = { database, now: () => new Date(), onError: (error: unknown) => console.error(error) };
  for (const wait of [0, 20, 60, 150, 400, null]) {
    const jobId = await sendAgain(id, 'apply');
    const work = runJob(calls, broker.partnershipId, jobId).catch(() => {});
    // The last is left to end, however long that takes on a busy machine.
    if (wait === null) await work;
    else await Promise.race([work, new Promise((resolve) => setTimeout(resolve, wait))]);
    const { status } = await cancel(id);
    await work;
    const { state } = await stands(id);
    expect([status, state, await countSchools()]).toEqual(
      status === 200 ? [200, 'ready', 0] : [409, 'applied', 1500],
    );
    outcomes.add(state);
    if (state === 'applied') break;
  }
  expect([...outcomes].sort()).toEqual(['applied', 'ready']);
});
