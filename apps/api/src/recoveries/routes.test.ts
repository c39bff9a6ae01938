import { afterAll, beforeEach, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { finishRecovery } from './finish-recovery.ts';
import { stopPurpose, tellRecovery } from './tell-recovery.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;
const confirmedAt = new Date('2026-11-23T09:00:00Z');
const { id: partnershipId } = await buildPartnership(database);
const school = await buildSchool(database, partnershipId);
const inSchool = (role: 'headteacher' | 'deputy' | 'chair-of-governors') =>
  buildPerson(database, partnershipId, role, school.id, { confirmedAt });
const broker = await buildPerson(database, partnershipId, 'broker', null, { confirmedAt });
const head = await inSchool('headteacher');
const chair = await inSchool('chair-of-governors');
const other = await buildPartnership(database);
const theirBroker = await buildPerson(database, other.id, 'broker', null, { confirmedAt });

beforeEach(async () => {
  now = new Date('2026-11-23T09:00:00Z');
  await owner.query('delete from attempts');
  await owner.query('update sessions set confirmed_at = $1, confirmed_by = $2', [confirmedAt, 'passkey']);
});

const newEmail = () => `ada.${crypto.randomUUID().slice(0, 8)}@new.example`;
const ask = (personId: string, by = broker, email = newEmail()) =>
  api.as(by).post(`/people/${personId}/recoveries`).send({ newEmail: email, reason: 'Cannot read it' });
const agree = (id: string, by = chair) => api.as(by).post(`/recoveries/${id}/agree`);
const stop = (id: string, by = chair) => api.as(by).post(`/recoveries/${id}/stop`);
const tell = (recoveryId: string) =>
  database.withKeeper((db) =>
    tellRecovery(
      db,
      { partnershipId, recoveryId },
      { publicUrl: 'http://localhost:3000', stopToken: api.app.derive(stopPurpose(recoveryId)) },
      now,
    ),
  );
const finish = (recoveryId: string) =>
  database.withKeeper((db) => finishRecovery(db, { partnershipId, recoveryId }, now));
const mailsAbout = async (email: string) =>
  (
    await owner.query(`select to_address, text from mails where text like $1 order by to_address`, [
      `%${email}%`,
    ])
  ).rows;

test('a deputy who lost their mailbox has a new address a day after two people agreed, and every old way in is gone', async () => {
  const deputy = await inSchool('deputy');
  const elsewhere = await buildPerson(database, other.id, 'board-member', null, { email: deputy.email });
  const { body: asked } = await ask(deputy.personId, broker, 'ada@new.example').expect(201);
  expect(asked).toMatchObject({ state: 'asked', askedBy: { personId: broker.personId }, agreedBy: null });
  const { body: agreed } = await agree(asked.id).expect(200);
  expect(agreed).toMatchObject({ state: 'agreed', dueAt: '2026-11-24T09:00:00.000Z' });
  await api.as(deputy).get('/me').expect(200);
  now = new Date('2026-11-24T08:59:59Z');
  await expect(finish(asked.id)).rejects.toThrow('not due');
  now = new Date('2026-11-24T09:00:00Z');
  await finish(asked.id);
  await api.as(deputy).get('/me').expect(401);
  await api.as(elsewhere).get('/me').expect(401);
  const { rows } = await owner.query('select email from persons where id = $1', [deputy.personId]);
  expect(rows).toEqual([{ email: 'ada@new.example' }]);
  const { rows: known } = await owner.query('select email from people where person_id = $1', [
    deputy.personId,
  ]);
  expect(known).toEqual([{ email: 'ada@new.example' }, { email: 'ada@new.example' }]);
  await finish(asked.id);
  const { rows: events } = await owner.query(
    `select kind from events where detail ->> 'personId' = $1 order by id`,
    [deputy.personId],
  );
  expect(events.map(({ kind }) => kind)).toEqual(['recovery-asked', 'recovery-agreed', 'recovery-done']);
});

test('everybody who knows the person is told, once: brokers of each partnership, head, chair, the old address and the new', async () => {
  const deputy = await inSchool('deputy');
  await buildPerson(database, other.id, 'board-member', null, { email: deputy.email });
  const email = newEmail();
  const { body } = await ask(deputy.personId, broker, email).expect(201);
  await tell(body.id);
  await tell(body.id);
  const told = await mailsAbout(email);
  expect(told.map(({ to_address }) => to_address)).toEqual(
    [broker.email, chair.email, deputy.email, email, head.email, theirBroker.email].sort(),
  );
  expect(told[0].text).toContain(`/sign-in/stop#${partnershipId}.`);
});

test('whoever was told can stop it from the mail, without signing in, once', async () => {
  const deputy = await inSchool('deputy');
  const { body } = await ask(deputy.personId).expect(201);
  await agree(body.id).expect(200);
  const token = api.app.derive(stopPurpose(body.id));
  const byMail = (secret: string) =>
    api.anonymous().post('/api/sign-in/recoveries/stop').send({ partnershipId, token: secret });
  await byMail(`${token.slice(0, -1)}x`).expect(404);
  await byMail(token).expect(200);
  await byMail(token).expect(409);
  now = new Date('2026-11-25T09:00:00Z');
  await finish(body.id);
  await owner.query('update sessions set confirmed_at = $1', [now]);
  await api.as(deputy).get('/me').expect(200);
});

test.each([
  ['oneself', () => ask(broker.personId, broker), 409, 'own-account'],
  [
    'somebody while another recovery is open',
    async () => {
      const deputy = await inSchool('deputy');
      await ask(deputy.personId).expect(201);
      return ask(deputy.personId);
    },
    409,
    'recovery-open',
  ],
  [
    'somebody to a role mailbox',
    async () => ask((await inSchool('deputy')).personId, broker, 'office@oak.sch.uk'),
    409,
    'role-mailbox',
  ],
  [
    'somebody to the address of another',
    async () => ask((await inSchool('deputy')).personId, broker, head.email),
    409,
    'address-in-use',
  ],
  ['somebody of another partnership', () => ask(theirBroker.personId), 404, 'not-found'],
  ['a broker, as head of a school', () => ask(broker.personId, head), 404, 'not-found'],
] as const)('nobody recovers %s', async (_, attempt, status, code) => {
  const answer = await attempt();
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('the second person is another: not the first, not the one it is about, not one who may not know', async () => {
  const second = await inSchool('chair-of-governors');
  const { body } = await ask(second.personId, head).expect(201);
  expect((await agree(body.id, head).expect(409)).body.code).toBe('same-person-twice');
  expect((await agree(body.id, second).expect(409)).body.code).toBe('own-account');
  await agree(body.id, theirBroker).expect(404);
  const sibling = await buildSchool(database, partnershipId);
  const stranger = await buildPerson(database, partnershipId, 'headteacher', sibling.id, { confirmedAt });
  await agree(body.id, stranger).expect(404);
  const { body: list } = await api.as(stranger).get('/recoveries').expect(200);
  expect(list.items.filter(({ id }: { id: string }) => id === body.id)).toEqual([]);
  await agree(body.id, broker).expect(200);
});

test('agreeing and stopping at the same moment end one way', async () => {
  const deputy = await inSchool('deputy');
  const { body } = await ask(deputy.personId).expect(201);
  const answers = await Promise.all([agree(body.id, chair), stop(body.id, head), agree(body.id, chair)]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const { rows } = await owner.query('select state, agreed_by, ended_at from recoveries where id = $1', [
    body.id,
  ]);
  expect(rows[0].state).toBe('stopped');
});

test('an address that somebody else signs in with by then is not taken from them', async () => {
  const deputy = await inSchool('deputy');
  const email = newEmail();
  const { body } = await ask(deputy.personId, broker, email).expect(201);
  await agree(body.id).expect(200);
  await buildPerson(database, other.id, 'observer', null, { email });
  now = new Date('2026-11-24T09:00:01Z');
  await finish(body.id);
  const { rows } = await owner.query('select state from recoveries where id = $1', [body.id]);
  expect(rows).toEqual([{ state: 'failed' }]);
  const { rows: same } = await owner.query('select email from persons where id = $1', [deputy.personId]);
  expect(same).toEqual([{ email: deputy.email }]);
});
