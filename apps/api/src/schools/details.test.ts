import { afterAll, beforeEach, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

const api = await testApi();
afterAll(api.close);
const { database, owner } = api;
const confirmedAt = new Date('2026-11-23T08:58:00Z');
const { id: partnershipId } = await buildPartnership(database);
const broker = await buildPerson(database, partnershipId, 'broker');
let school: Awaited<ReturnType<typeof buildSchool>>;
let head: Awaited<ReturnType<typeof buildPerson>>;

beforeEach(async () => {
  school = await buildSchool(database, partnershipId);
  head = await buildPerson(database, partnershipId, 'headteacher', school.id, { confirmedAt });
});

const nothing = { email: null, phone: null, website: null, askFor: null, arrival: null, access: null };
const read = (by = head) => api.as(by).get(`/schools/${school.id}/details`);
const write = (fields: object, version: number | null, by = head) => {
  const call = api.as(by).put(`/schools/${school.id}/details`);
  return (version === null ? call : call.set('if-match', `"${version}"`)).send({ ...nothing, ...fields });
};

test('a school that has said nothing is at version 0, and each change is the next version', async () => {
  const first = await read().expect(200);
  expect(first.body).toMatchObject({ ...nothing, version: 0, changedBy: null });
  expect(first.headers.etag).toBe('"0"');
  const second = await write({ phone: '01452 000000', arrival: 'Gate B\nPark behind the hall' }, 0).expect(
    200,
  );
  expect(second.body).toMatchObject({
    version: 1,
    phone: '01452 000000',
    changedBy: expect.stringMatching(/^Ada/),
  });
  expect(second.headers.etag).toBe('"1"');
  await write({ phone: '01452 111111' }, 1, broker).expect(200);
  expect((await read().expect(200)).body).toMatchObject({ version: 2, phone: '01452 111111', arrival: null });
});

test('a change that does not say what it was made from is refused, and one made from an old version too', async () => {
  expect((await write({ phone: '1' }, null).expect(428)).body.code).toBe('version-needed');
  await write({ phone: '1' }, 0).expect(200);
  expect((await write({ phone: '2' }, 0).expect(412)).body.code).toBe('changed');
  expect((await read()).body.phone).toBe('1');
  const call = api.as(head).put(`/schools/${school.id}/details`).set('if-match', 'W/"1"');
  expect((await call.send(nothing).expect(400)).body.errors[0].pointer).toBe('/headers/if-match');
});

test('two changes made from one version at the same moment: one counts, the other is told', async () => {
  const answers = await Promise.all([write({ phone: '1' }, 0), write({ phone: '2' }, 0, broker)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await read()).body.version).toBe(1);
});

test('the same words again change nothing, and leave no trace', async () => {
  await write({ phone: '1' }, 0).expect(200);
  expect((await write({ phone: '1' }, 1).expect(200)).body.version).toBe(1);
  const { rows } = await owner.query(
    `select detail from events where kind = 'details-changed' and school_id = $1`,
    [school.id],
  );
  expect(rows).toEqual([{ detail: { fields: ['phone'] } }]);
});

test.each([
  ['email', 'not an address'],
  ['website', 'javascript:alert(1)'],
  ['phone', 'x'.repeat(41)],
  ['arrival', 'a\u0007bell'],
  ['askFor', '   '],
])('a wrong %s is named', async (field, value) => {
  const { body } = await write({ [field]: value }, 0).expect(400);
  expect(body.errors[0].pointer).toBe(`/body/${field}`);
});

test('somebody who prepares for the head changes it in the head’s name, and both names are kept', async () => {
  const office = await buildPerson(database, partnershipId, 'school-administrator', school.id);
  await write({ phone: '1' }, 0, office).expect(403);
  await api
    .as(head)
    .post('/delegations')
    .send({ schoolId: school.id, delegateId: office.personId, until: '2027-07-31' })
    .expect(201);
  await write({ phone: '1' }, 0, office).expect(200);
  const { rows } = await owner.query(
    `select person_id, on_behalf_of from events where kind = 'details-changed' and school_id = $1`,
    [school.id],
  );
  expect(rows).toEqual([{ person_id: office.personId, on_behalf_of: head.personId }]);
  await write({ phone: '2' }, 1, head).expect(200);
  const { body } = await api.as(head).get(`/schools/${school.id}/events`).expect(200);
  expect(body.items.map(({ onBehalfOf }: { onBehalfOf: string | null }) => onBehalfOf)).toEqual([
    null,
    expect.stringMatching(/^Ada/),
    null,
  ]);
});
