import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { sendMail } from '../src/flows/send-mail.ts';
import { openPost } from '../src/post.ts';
import { sendReminders } from '../src/reminders/send-reminders.ts';
import { testApi } from './api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from './builders.ts';
import { buildMembership } from './memberships.ts';
import { testSecret } from './one-database.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner, ownerUrl } = api;
const publicUrl = 'http://localhost:3000';

let partnershipId: string;
let broker: BuiltPerson;
let school: Awaited<ReturnType<typeof buildSchool>>;
let head: BuiltPerson;
beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  partnershipId = (await buildPartnership(database, { name: 'Vale Partnership' })).id;
  broker = await buildPerson(database, partnershipId, 'broker', null, {
    email: `broker@${partnershipId}.example`,
  });
  school = await buildSchool(database, partnershipId, { name: 'Ashlow Primary School' });
  head = await buildPerson(database, partnershipId, 'headteacher', school.id);
});

const id = () => crypto.randomUUID();
const join = (...schools: { id: string }[]) => ({ kind: 'join', ids: schools.map((one) => one.id) });
const train = (...persons: BuiltPerson[]) => ({
  kind: 'train',
  ids: persons.map(({ personId }) => personId),
});
const preview = async (body: object) =>
  (await api.as(broker).post('/reminders/preview').send(body).expect(200)).body;
const send = (batchId: string, body: object) => api.as(broker).put(`/reminders/${batchId}`).send(body);
const undo = (batchId: string) => api.as(broker).post(`/reminders/${batchId}/undo`);
const mark = (one: { id: string }) =>
  api
    .as(broker)
    .post('/schools/members')
    .send({ schoolIds: [one.id], member: true, on: '2026-11-01' })
    .expect(200);
const endRole = (person: BuiltPerson) =>
  owner.query(`update roles set to_day = '2026-11-22' where person_id = $1`, [person.personId]);

const mails = async () =>
  (
    await owner.query<{
      id: string;
      to_address: string;
      subject: string;
      text: string;
      sent_at: Date | null;
    }>('select * from mails where partnership_id = $1 order by to_address', [partnershipId])
  ).rows;
const mailed = async () => (await mails()).map(({ to_address }) => to_address);
/** As when the ten seconds are over and a worker is woken. */
const workOff = async (batchId: string) => {
  await owner.query(`update reminder_batches set hold_until = now() - interval '1 second' where id = $1`, [
    batchId,
  ]);
  await database.withPartnership(partnershipId, (db) =>
    sendReminders(db, partnershipId, batchId, { now, publicUrl }),
  );
};
const eventsOf = async (one: { id: string }) =>
  (await api.as(broker).get(`/schools/${one.id}/events`).expect(200)).body.items.map(
    ({ kind, detail }: { kind: string; detail: object }) => ({ kind, ...detail }),
  );

describe('the preview', () => {
  test('says who gets which mail, and who gets none and why', async () => {
    const member = await buildSchool(database, partnershipId, { name: 'Birchwell School' });
    await buildPerson(database, partnershipId, 'headteacher', member.id);
    await mark(member);
    const headless = await buildSchool(database, partnershipId, { name: 'Cobbden School' });
    const independent = await buildSchool(database, partnershipId, {
      name: 'Dunmarsh School',
      counted: false,
    });
    const former = await buildSchool(database, partnershipId, { name: 'Elmstead School' });
    await buildPerson(database, partnershipId, 'headteacher', former.id, { to: '2026-11-22' });
    const { mails: going, left } = await preview(join(school, member, headless, independent, former));
    expect(going).toEqual([
      {
        personId: head.personId,
        name: `Ada ${head.lastName}`,
        email: head.email,
        schools: ['Ashlow Primary School'],
      },
    ]);
    expect(
      left.map(({ schoolName, name, why }: Record<string, string>) => [schoolName, name !== null, why]),
    ).toEqual([
      ['Birchwell School', true, 'already-member'],
      ['Cobbden School', false, 'no-head'],
      ['Dunmarsh School', false, 'not-counted'],
      ['Elmstead School', false, 'no-head'],
    ]);
    expect(await mails()).toEqual([]);
  });

  test('of training leaves out those who are trained and those who do not review', async () => {
    const trained = await buildPerson(database, partnershipId, 'deputy', school.id, {
      trainedOn: '2026-06-01',
    });
    const governor = await buildPerson(database, partnershipId, 'governor', school.id);
    const { mails: going, left } = await preview(train(head, trained, governor));
    expect(going.map(({ email }: { email: string }) => email)).toEqual([head.email]);
    expect(left.map(({ id, why }: Record<string, string>) => [id, why])).toEqual([
      [trained.personId, 'already-trained'],
      [governor.personId, 'not-a-leader'],
    ]);
  });

  test('shows the mail word for word, with the line of the broker', async () => {
    const { example } = await preview({ ...join(school), note: 'The year begins in May.' });
    expect(example).toEqual({
      subject: 'Your school and Vale Partnership',
      text: `Dear Ada ${head.lastName},

Ashlow Primary School has not joined Vale Partnership yet.

Members review one another: each school is visited by three leaders of other schools, and its own leaders visit others.

To join, or to ask anything first, please write to Ada ${broker.lastName} at ${broker.email}.

The year begins in May.

What we know about your school:
http://localhost:3000/schools/${school.id}

Ada ${broker.lastName}
Vale Partnership

--
You get this because you lead Ashlow Primary School. It was sent by Lateral, which the partnership runs on: please do not answer this address.
`,
    });
  });

  test.each([
    ['a school that is not here', () => join({ id: id() }), 404],
    ['nobody', () => ({ kind: 'join', ids: [] }), 400],
    ['something else', () => ({ kind: 'lunch', ids: [id()] }), 400],
    ['a note that is too long', () => ({ ...join(school), note: 'x'.repeat(301) }), 400],
  ])('of %s is refused', async (_, body, status) => {
    await api.as(broker).post('/reminders/preview').send(body()).expect(status);
    await send(id(), body()).expect(status);
  });

  test('of a school of another partnership is refused, as is a head who would remind', async () => {
    const elsewhere = await buildSchool(database, (await buildPartnership(database)).id);
    await api.as(broker).post('/reminders/preview').send(join(elsewhere)).expect(404);
    await api.as(head).put(`/reminders/${id()}`).send(join(school)).expect(404);
    await api.anonymous().put(`/api/reminders/${id()}`).send(join(school)).expect(401);
  });
});

describe('reminders that are sent', () => {
  test('wait ten seconds, then go, and are on the timeline of the school', async () => {
    const batch = id();
    const { body } = await send(batch, join(school)).expect(200);
    expect(body).toEqual({ state: 'held', mails: 1, holdSeconds: 10 });
    expect(await mails()).toEqual([]);
    expect(await eventsOf(school)).toEqual([]);
    const { rows } = await owner.query(
      `select extract(epoch from run_at - created_at)::int as wait from graphile_worker._private_jobs
       where payload ->> 'batchId' = $1 order by 1`,
      [batch],
    );
    expect(rows).toEqual([{ wait: 10 }, { wait: 25 }]);
    await workOff(batch);
    expect(await mails()).toMatchObject([
      { to_address: head.email, subject: 'Your school and Vale Partnership' },
    ]);
    expect(await eventsOf(school)).toEqual([
      { kind: 'reminder-sent', about: 'join', name: `Ada ${head.lastName}` },
    ]);
  });

  test('are not sent before their time, even if a worker is woken early', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    const early = database.withPartnership(partnershipId, (db) =>
      sendReminders(db, partnershipId, batch, { now, publicUrl }),
    );
    await expect(early).rejects.toThrow('not due yet');
    expect(await mails()).toEqual([]);
  });

  test('are one mail for the head of two schools, and one for each of two heads', async () => {
    const second = await buildSchool(database, partnershipId, { name: 'Birchwell School' });
    await buildPerson(database, partnershipId, 'headteacher', second.id, { email: head.email });
    const cohead = await buildPerson(database, partnershipId, 'headteacher', second.id);
    const batch = id();
    expect((await send(batch, join(school, second)).expect(200)).body.mails).toBe(2);
    await workOff(batch);
    expect(await mailed()).toEqual([head.email, cohead.email].sort());
    const [both] = (await mails()).filter(({ to_address }) => to_address === head.email);
    expect(both?.text).toContain('Ashlow Primary School and Birchwell School have not joined');
  });

  test('are the same when they are sent again, at once or later, and only once', async () => {
    const batch = id();
    const answers = await Promise.all([1, 2, 3].map(() => send(batch, join(school))));
    expect(answers.map(({ status, body }) => [status, body.mails])).toEqual([
      [200, 1],
      [200, 1],
      [200, 1],
    ]);
    await workOff(batch);
    expect((await send(batch, join(school)).expect(200)).body).toMatchObject({ state: 'sent', mails: 1 });
    expect(await mails()).toHaveLength(1);
  });

  test('are refused when the same batch asks for something else', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    expect((await send(batch, { ...join(school), note: 'Other' }).expect(409)).body.code).toBe(
      'batch-differs',
    );
  });

  test('are refused when there is nobody to remind, and leave nothing behind', async () => {
    await mark(school);
    const batch = id();
    expect((await send(batch, join(school)).expect(409)).body.code).toBe('nobody-to-remind');
    await undo(batch).expect(404);
  });
});

describe('nobody is reminded twice of the same thing within a day', () => {
  test('but again a day later, and of another thing at once', async () => {
    await send(id(), join(school)).expect(200);
    const { mails: going, left } = await preview(join(school));
    expect(going).toEqual([]);
    expect(left).toMatchObject([{ why: 'reminded-lately', name: `Ada ${head.lastName}` }]);
    await send(id(), join(school)).expect(409);
    await send(id(), train(head)).expect(200);
    now = new Date('2026-11-24T09:00:01Z');
    await send(id(), join(school)).expect(200);
  });

  test('an undone reminder was none', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    await undo(batch).expect(200);
    expect((await preview(join(school))).mails).toHaveLength(1);
  });

  test('of six batches at once five are refused', async () => {
    // With every connection open, so that they do meet.
    await Promise.all(Array.from({ length: 10 }, () => preview(join(school))));
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => send(id(), join(school))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });
});

describe('undo', () => {
  test('withdraws all of a batch, says so again, and nothing is ever sent', async () => {
    const second = await buildSchool(database, partnershipId);
    await buildPerson(database, partnershipId, 'headteacher', second.id);
    const batch = id();
    await send(batch, join(school, second)).expect(200);
    expect((await undo(batch).expect(200)).body).toEqual({ state: 'undone', mails: 2, holdSeconds: 10 });
    await undo(batch).expect(200);
    await workOff(batch);
    expect(await mails()).toEqual([]);
    expect(await eventsOf(school)).toEqual([]);
  });

  test('is too late once they have gone', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    await workOff(batch);
    expect((await undo(batch).expect(409)).body.code).toBe('too-late');
    expect(await mails()).toHaveLength(1);
  });

  test('is not for another partnership', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    const stranger = await buildPerson(database, (await buildPartnership(database)).id, 'broker');
    await api.as(stranger).post(`/reminders/${batch}/undo`).expect(404);
    await workOff(batch);
    expect(await mails()).toHaveLength(1);
  });

  test('and sending at once: exactly one of them wins, twenty times', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 20; i++) {
      now = new Date(Date.UTC(2027, 0, 1 + 2 * i));
      const batch = id();
      await send(batch, join(school)).expect(200);
      const before = (await mails()).length;
      await owner.query(`update reminder_batches set hold_until = now() where id = $1`, [batch]);
      const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const sending = after(i % 10).then(() =>
        database.withPartnership(partnershipId, (db) =>
          sendReminders(db, partnershipId, batch, { now, publicUrl }),
        ),
      );
      const undone = await undo(batch);
      await sending;
      const sent = (await mails()).length - before;
      outcomes.push(`${sent} sent, undo ${undone.status}`);
    }
    const counts = Map.groupBy(outcomes, (outcome) => outcome);
    console.info([...counts].map(([outcome, all]) => `${outcome}: ${all.length} times`).join('; '));
    expect(outcomes.every((one) => ['1 sent, undo 409', '0 sent, undo 200'].includes(one))).toBe(true);
  });
});

describe('nobody who has acted in the meantime is reminded', () => {
  test('a school that joined within the ten seconds is dropped, with the reason; the others get theirs', async () => {
    const second = await buildSchool(database, partnershipId);
    const other = await buildPerson(database, partnershipId, 'headteacher', second.id);
    const batch = id();
    await send(batch, join(school, second)).expect(200);
    await mark(school);
    await workOff(batch);
    expect(await mailed()).toEqual([other.email]);
    expect(await eventsOf(school)).toEqual([
      { kind: 'reminder-dropped', about: 'join', why: 'already-member' },
      { kind: 'membership-began', on: '2026-11-01' },
    ]);
  });

  test('a school that has sent its days within the ten seconds is dropped; one that has sent them is not reminded', async () => {
    const second = await buildSchool(database, partnershipId, { name: 'Birchwell School' });
    const other = await buildPerson(database, partnershipId, 'headteacher', second.id);
    for (const one of [school, second]) await buildMembership(database, one);
    const about = { kind: 'offer', ids: [school.id, second.id] };
    const why = async () => (await preview(about)).left.map((one: { why: string }) => one.why);
    expect(await why()).toEqual(['not-asked-for-days', 'not-asked-for-days']);

    const season = { year: 2026, windowStart: '2026-11-01', windowEnd: '2027-07-09' };
    const { body } = await api.as(broker).post('/seasons').send(season).expect(201);
    await api.as(broker).put(`/seasons/${body.id}/offer-round`).send({ until: '2026-12-04' }).expect(200);
    expect((await preview(about)).mails).toHaveLength(2);
    const batch = id();
    await send(batch, about).expect(200);
    await api
      .as(head)
      .put(`/seasons/${body.id}/offers/${school.id}`)
      .set('if-match', '"0"')
      .send({
        ...{ leaders: [], blocked: [], preferred: [], avoided: [], focus: [] },
        barred: { schoolIds: [], personIds: [] },
      })
      .expect(200);
    await workOff(batch);
    expect(await mailed()).toEqual([other.email]);
    expect(await eventsOf(school)).toContainEqual({
      kind: 'reminder-dropped',
      about: 'offer',
      why: 'offered-already',
    });
    expect(await why()).toEqual(['offered-already', 'reminded-lately']);
    const { body: list } = await api.as(broker).get(`/seasons/${body.id}/offers`).expect(200);
    expect(list.items.map(({ remindedAt }: { remindedAt: string | null }) => remindedAt)).toEqual([
      null,
      now.toISOString(),
    ]);
  });

  test('a head whose role has ended gets nothing', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    await endRole(head);
    await workOff(batch);
    expect(await mails()).toEqual([]);
    const { rows } = await owner.query('select dropped_why from reminders where batch_id = $1', [batch]);
    expect(rows).toEqual([{ dropped_why: 'no-head' }]);
  });

  test('a leader who was trained in the meantime gets nothing', async () => {
    const batch = id();
    await send(batch, train(head)).expect(200);
    await api
      .as(broker)
      .post('/people/training')
      .send({ personIds: [head.personId], trainedOn: '2026-11-20' })
      .expect(200);
    await workOff(batch);
    expect(await mails()).toEqual([]);
  });

  test('not even when the mail server was away and they acted hours later', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    await workOff(batch);
    const [mail] = await mails();
    await mark(school);
    const post = openPost({ smtpUrl: null, mailFrom: 'x@y.example' });
    for (const _ of [1, 2]) await sendMail({ database, post, now }, mail?.id ?? '');
    expect(await mails()).toEqual([]);
    expect((await eventsOf(school))[0]).toEqual({
      kind: 'reminder-dropped',
      about: 'join',
      why: 'already-member',
    });
  });

  test('while somebody who has not acted gets it, once', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    await workOff(batch);
    const [mail] = await mails();
    const post = openPost({ smtpUrl: null, mailFrom: 'x@y.example' });
    for (const _ of [1, 2]) await sendMail({ database, post, now }, mail?.id ?? '');
    expect((await mails()).map(({ sent_at }) => sent_at)).toEqual([now]);
  });
});

describe('however the workers fare', () => {
  test('of two that are woken at once one sends', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    await owner.query(`update reminder_batches set hold_until = now() where id = $1`, [batch]);
    const work = () =>
      database.withPartnership(partnershipId, (db) =>
        sendReminders(db, partnershipId, batch, { now, publicUrl }),
      );
    await Promise.all([work(), work(), work()]);
    expect(await mails()).toHaveLength(1);
    expect(await eventsOf(school)).toHaveLength(1);
  });

  test('one that dies in the middle has sent nothing, and the next sends all', async () => {
    const batch = id();
    await send(batch, join(school)).expect(200);
    await owner.query(`update reminder_batches set hold_until = now() where id = $1`, [batch]);
    const dying = database.withPartnership(partnershipId, async (db) => {
      await sendReminders(db, partnershipId, batch, { now, publicUrl });
      throw new Error('and then it died');
    });
    await expect(dying).rejects.toThrow('and then it died');
    expect(await mails()).toEqual([]);
    await workOff(batch);
    expect(await mails()).toHaveLength(1);
  });

  test('one that is killed while they wait leaves them to the next', async () => {
    const worker = fileURLToPath(new URL('../src/worker.ts', import.meta.url));
    const env = { ...process.env, DATABASE_URL: ownerUrl, LATERAL_SECRET: testSecret };
    const start = () => fork(worker, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    const gone = (child: ReturnType<typeof start>) => new Promise((resolve) => child.once('exit', resolve));
    const first = start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const batch = id();
    await send(batch, join(school)).expect(200);
    const died = gone(first);
    first.kill('SIGKILL');
    await died;
    const second = start();
    try {
      const isSent = async () => (await mails()).some(({ sent_at }) => sent_at !== null);
      for (let i = 0; i < 200 && !(await isSent()); i++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await mails()).toMatchObject([{ to_address: head.email, sent_at: expect.any(Date) }]);
    } finally {
      const stopped = gone(second);
      second.kill('SIGTERM');
      await stopped;
    }
  });
});
