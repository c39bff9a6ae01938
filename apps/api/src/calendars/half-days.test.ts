import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

const api = await testApi();
const { database, owner } = api;
afterAll(api.close);

let partnershipId: string;
let school: Awaited<ReturnType<typeof buildSchool>>;
let head: BuiltPerson;
let broker: BuiltPerson;
beforeAll(async () => {
  partnershipId = (await buildPartnership(database)).id;
  school = await buildSchool(database, partnershipId);
  head = await buildPerson(database, partnershipId, 'headteacher', school.id);
  broker = await buildPerson(database, partnershipId, 'broker');
});

test('a half-day that a school has blocked stays a half when other days are changed', async () => {
  await owner.query(
    `insert into school_days values ($1, $2, '2027-01-12', 'blocked', 'morning'), ($1, $2, '2027-01-13', 'blocked', 'morning'), ($1, $2, '2027-01-14', 'blocked', 'day')`,
    [partnershipId, school.id],
  );
  const days = [
    { day: '2027-01-12', kind: 'blocked' },
    { day: '2027-01-13', kind: 'inset' },
    { day: '2027-01-15', kind: 'inset' },
  ];
  await api.as(broker).put(`/schools/${school.id}/days`).send({ days }).expect(200);
  const { rows } = await owner.query(
    'select day::text, kind, part from school_days where school_id = $1 order by day',
    [school.id],
  );
  expect(rows).toEqual([
    { day: '2027-01-12', kind: 'blocked', part: 'morning' },
    { day: '2027-01-13', kind: 'inset', part: 'day' },
    { day: '2027-01-15', kind: 'inset', part: 'day' },
  ]);
});

test('a half-day on which a leader is away stays a half when other days are changed', async () => {
  await owner.query(`insert into leader_days values ($1, $2, '2027-01-12', 'afternoon')`, [
    partnershipId,
    head.personId,
  ]);
  const days = ['2027-01-12', '2027-01-13'];
  await api.as(broker).put(`/people/${head.personId}/away-days`).send({ days }).expect(200);
  const { rows } = await owner.query(
    'select day::text, part from leader_days where person_id = $1 order by day',
    [head.personId],
  );
  expect(rows).toEqual([
    { day: '2027-01-12', part: 'afternoon' },
    { day: '2027-01-13', part: 'day' },
  ]);
});
