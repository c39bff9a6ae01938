import { afterAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

let now = new Date('2026-11-23T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;
const confirmedAt = new Date('2026-11-23T08:58:00Z');
const { id: partnershipId } = await buildPartnership(database);

async function buildStaff() {
  const school = await buildSchool(database, partnershipId);
  const head = await buildPerson(database, partnershipId, 'headteacher', school.id, { confirmedAt });
  const office = await buildPerson(database, partnershipId, 'school-administrator', school.id, {
    confirmedAt,
  });
  return { school, head, office };
}
type Staff = Awaited<ReturnType<typeof buildStaff>>;
const lend = ({ head, school, office }: Staff, more = {}) =>
  api
    .as(head)
    .post('/delegations')
    .send({ schoolId: school.id, delegateId: office.personId, until: '2027-07-31', ...more });
const mayUpdate = async ({ office }: Staff) =>
  (await api.as(office).get('/me').expect(200)).body.may.includes('schools.update');

test('a head lends to somebody of the school, who may then prepare things; taken back, it ends at once', async () => {
  const staff = await buildStaff();
  expect(await mayUpdate(staff)).toBe(false);
  const { body: lent } = await lend(staff).expect(201);
  expect(lent).toMatchObject({ until: '2027-07-31', delegate: { personId: staff.office.personId } });
  expect(await mayUpdate(staff)).toBe(true);
  const { body: listed } = await api.as(staff.head).get('/delegations').expect(200);
  expect(listed.items).toHaveLength(1);
  expect(listed.candidates.map(({ personId }: { personId: string }) => personId)).toEqual([
    staff.office.personId,
  ]);
  await api.as(staff.head).delete(`/delegations/${lent.id}`).expect(204);
  expect(await mayUpdate(staff)).toBe(false);
  await api.as(staff.head).delete(`/delegations/${lent.id}`).expect(404);
  const { rows } = await owner.query(`select kind from events where school_id = $1 order by id`, [
    staff.school.id,
  ]);
  expect(rows.map(({ kind }) => kind)).toEqual(['role-lent', 'role-taken-back']);
});

test('what is lent ends on its day, and with the head’s own post', async () => {
  const staff = await buildStaff();
  await lend(staff, { until: '2026-11-23' }).expect(201);
  expect(await mayUpdate(staff)).toBe(true);
  now = new Date('2026-11-24T09:00:00Z');
  expect(await mayUpdate(staff)).toBe(false);
  now = new Date('2026-11-23T09:00:00Z');
  await owner.query(`update roles set to_day = '2026-11-22' where person_id = $1`, [staff.head.personId]);
  expect(await mayUpdate(staff)).toBe(false);
});

test.each([
  [
    'to somebody of another school',
    (_: Staff, other: Staff) => ({ delegateId: other.office.personId }),
    'not-of-the-school',
  ],
  ['to themselves', ({ head }: Staff) => ({ delegateId: head.personId }), 'to-oneself'],
  ['for two years', () => ({ until: '2028-07-31' }), 'too-long'],
] as const)('a head cannot lend %s', async (_, change, code) => {
  const [staff, other] = [await buildStaff(), await buildStaff()];
  const { body } = await lend(staff, change(staff, other)).expect(409);
  expect(body.code).toBe(code);
});

test('a head cannot lend for a school that is not theirs, nor learn that there is one', async () => {
  const [staff, other] = [await buildStaff(), await buildStaff()];
  await lend(staff, { schoolId: other.school.id, delegateId: other.office.personId }).expect(404);
});

test('the same lent twice at one moment is lent once', async () => {
  const staff = await buildStaff();
  const answers = await Promise.all([lend(staff), lend(staff)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('a deputy and an administrator lend nothing, and nobody takes back what another lent', async () => {
  const staff = await buildStaff();
  const { body: lent } = await lend(staff).expect(201);
  await api.as(staff.office).post('/delegations').send({}).expect(403);
  const co = await buildPerson(database, partnershipId, 'headteacher', staff.school.id, { confirmedAt });
  await api.as(co).delete(`/delegations/${lent.id}`).expect(404);
  expect(await mayUpdate(staff)).toBe(true);
});
