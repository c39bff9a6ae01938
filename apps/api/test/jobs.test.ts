import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runJob } from '../src/flows/run-job.ts';
import { endJob, startJob, takeJob } from '../src/running-jobs.ts';
import { startWorker } from '../src/worker.ts';
import { testApi } from './api.ts';
import { buildPartnership, buildPerson } from './builders.ts';
import { buildCounty, window } from './county.ts';
import { testSecret } from './one-database.ts';
import { checkFiles } from './work.ts';

const api = await testApi();
const { database, owner, ownerUrl } = api;
const { id: partnershipId } = await buildPartnership(database);
const broker = await buildPerson(database, partnershipId, 'broker');
afterAll(api.close);

const inScope = database.withPartnership.bind(database, partnershipId) as <T>(
  work: (db: never) => Promise<T>,
) => Promise<T>;
const stateOf = async (jobId: string) =>
  (await owner.query('select state, problem from jobs where id = $1', [jobId])).rows[0];
const until = async (isSo: () => Promise<boolean>, seconds: number) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not so after ${seconds} s`);
};

const csv =
  'URN,LA (code),EstablishmentName,TypeOfEstablishment (code),EstablishmentStatus (code)\n100001,916,Ash Primary,1,1\n';

async function sendForChecking() {
  const as = api.as(broker);
  const { body: started } = await as.post('/imports').send({ kind: 'register' }).expect(201);
  await as
    .put(`/imports/${started.id}/files/a.csv`)
    .set('content-type', 'application/octet-stream')
    .send(csv)
    .expect(200);
  return (await as.post(`/imports/${started.id}/check`).expect(202)).body as {
    id: string;
    job: { id: string };
  };
}

test('a job that was begun in a transaction that failed was never begun', async () => {
  let jobId = '';
  const failing = inScope(async (db) => {
    jobId = await startJob(db, partnershipId, 'plan-season', {}, null);
    throw new Error('and then it failed');
  });
  await expect(failing).rejects.toThrow('and then it failed');
  expect(await stateOf(jobId)).toBeUndefined();
  const { rows } = await owner.query('select count(*)::int as n from graphile_worker.jobs');
  expect(rows[0].n).toBe(0);
});

test('a worker takes a job up as soon as it is there, and mail is sent once', async () => {
  const worker = await startWorker({
    ownerUrl,
    database,
    env: { smtpUrl: null, mailFrom: 'x@y.example', publicUrl: 'http://localhost:3000' },
    secret: testSecret,
  });
  try {
    const sent = await sendForChecking();
    await until(async () => (await stateOf(sent.job.id)).state === 'done', 5);
    const { body } = await api.as(broker).get(`/imports/${sent.id}`).expect(200);
    expect(body).toMatchObject({ state: 'ready', counts: { added: 1 } });
    await api.anonymous().post('/api/sign-in/links').send({ email: broker.email }).expect(202);
    await until(async () => (await owner.query('select sent_at from mails')).rows[0]?.sent_at !== null, 5);
  } finally {
    await worker.stop();
  }
});

test('a job is done by one worker, however many are woken', async () => {
  const sent = await sendForChecking();
  const calls = { database, now: () => new Date(), onError: (error: unknown) => console.error(error) };
  await Promise.all([1, 2, 3].map(() => runJob(calls, partnershipId, sent.job.id)));
  expect(await stateOf(sent.job.id)).toMatchObject({ state: 'done' });
});

test('a worker that was thought dead and comes back changes nothing', async () => {
  const { job } = await sendForChecking();
  const first = await inScope((db) => takeJob(db, job.id));
  await owner.query(`update jobs set beat_at = now() - interval '1 minute' where id = $1`, [job.id]);
  const second = await inScope((db) => takeJob(db, job.id));
  if (!first || !second) throw new Error('not taken');
  await expect(inScope((db) => endJob(db, first, 'done'))).rejects.toThrow('taken over');
  await inScope((db) => endJob(db, second, 'done'));
});

test('a worker makes one plan at a time, and goes on with other things meanwhile', async () => {
  const start = async (schools: number) => {
    const { as } = await buildCounty(api, schools);
    const { body: season } = await as.post('/seasons').send(window).expect(201);
    const plan = async (seconds: number) =>
      (await as.post(`/seasons/${season.id}/plan`).send({ seconds }).expect(202)).body.job.id as string;
    return { as, plan };
  };
  // The first takes a minute, if nobody stops it; the second is planned in a moment.
  const [first, second, third] = [await start(60), await start(4), await start(4)];
  const worker = await startWorker({
    ownerUrl,
    database,
    env: { smtpUrl: null, mailFrom: 'x@y.example', publicUrl: 'http://localhost:3000' },
    secret: testSecret,
  });
  try {
    const long = await first.plan(60);
    await until(async () => (await stateOf(long)).state === 'running', 10);
    const short = await second.plan(1);
    const other = await sendForChecking();
    await until(async () => (await stateOf(other.job.id)).state === 'done', 10);
    expect([(await stateOf(long)).state, (await stateOf(short)).state]).toEqual(['running', 'waiting']);
    const unwanted = await third.plan(1);
    const { body: taken } = await third.as.post(`/jobs/${unwanted}/cancel`).expect(200);
    expect(taken).toMatchObject({ state: 'cancelled', cancelAsked: true, endedAt: expect.any(String) });
    await first.as.post(`/jobs/${long}/cancel`).expect(200);
    await until(async () => (await stateOf(short)).state === 'done', 40);
    expect((await stateOf(long)).state).toBe('cancelled');
    expect((await stateOf(unwanted)).state).toBe('cancelled');
    const { body: untouched } = await third.as.get('/seasons').expect(200);
    expect(untouched.items).toMatchObject([{ plannedAt: null }]);
  } finally {
    await worker.stop();
  }
});

test('a plan that is cancelled while it waits ends at once, and plans nothing', async () => {
  const { as } = await buildCounty(api, 4);
  const { body: season } = await as.post('/seasons').send(window).expect(201);
  const planned = await as.post(`/seasons/${season.id}/plan`).send({ seconds: 1 }).expect(202);
  const { id } = planned.body.job;
  await as.post(`/jobs/${id}/cancel`).expect(200);
  expect((await stateOf(id)).state).toBe('cancelled');
  await as.post(`/jobs/${id}/cancel`).expect(409);
  expect((await as.get(`/seasons/${season.id}`).expect(200)).body.plannedAt).toBeNull();
});

const workerFile = fileURLToPath(new URL('../src/worker.ts', import.meta.url));

function spawnWorker() {
  const env = { ...process.env, DATABASE_URL: ownerUrl, LATERAL_SECRET: testSecret };
  const child = fork(workerFile, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return {
    stop: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal);
      await gone;
    },
  };
}

test('an import whose worker is killed in the middle changes nothing, and another worker does it whole', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => `${200_000 + i},916,School ${i},1,1`);
  const many = `${csv.split('\n')[0]}\n${rows.join('\n')}\n`;
  const checked = await checkFiles(api, broker, 'register', { 'many.csv': many });
  const countSchools = async () =>
    (await owner.query('select count(*)::int as n from schools where partnership_id = $1', [partnershipId]))
      .rows[0].n;
  expect(await countSchools()).toBe(0);

  const { body: sent } = await api.as(broker).post(`/imports/${checked.id}/apply`).expect(202);
  const first = spawnWorker();
  // It has to start first, which takes long where the machine is busy.
  await until(async () => (await stateOf(sent.job.id)).state === 'running', 60);
  await first.stop('SIGKILL');
  expect(await countSchools()).toBe(0);
  expect(await stateOf(sent.job.id)).toMatchObject({ state: 'running' });

  const second = spawnWorker();
  try {
    await until(async () => (await stateOf(sent.job.id)).state === 'done', 120);
  } finally {
    await second.stop('SIGTERM');
  }
  expect(await countSchools()).toBe(6000);
  const { rows: events } = await owner.query(
    `select count(*)::int as n from events where kind = 'school-added' and partnership_id = $1`,
    [partnershipId],
  );
  expect(events[0].n).toBe(6000);
});
