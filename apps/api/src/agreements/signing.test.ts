import type { Agreement } from '@lateral/contract/agreements';
import type { SchoolSigning } from '@lateral/contract/signings';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { issueNext } from '../../test/agreements.ts';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

const api = await testApi();
afterAll(api.close);
const { database, owner } = api;
const proved = { confirmedAt: new Date('2026-11-23T08:58:00Z') };

let partnershipId: string;
let broker: BuiltPerson;
let board: BuiltPerson;
let school: { id: string };
let head: BuiltPerson;
let chair: BuiltPerson;
let office: BuiltPerson;
let text: Agreement;
beforeEach(async () => {
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker', null, proved);
  board = await buildPerson(database, partnershipId, 'board-member', null, proved);
  school = await buildSchool(database, partnershipId);
  head = await buildPerson(database, partnershipId, 'headteacher', school.id, proved);
  chair = await buildPerson(database, partnershipId, 'chair-of-governors', school.id, proved);
  office = await buildPerson(database, partnershipId, 'school-administrator', school.id, proved);
  text = await issueVersion();
});

const issueVersion = (title?: string) => issueNext(api, { broker, board }, title ? { title } : {});

const path = () => `/schools/${school.id}/signing`;
const look = async (person: BuiltPerson): Promise<SchoolSigning> =>
  (await api.as(person).get(path()).expect(200)).body;
const decide = (person: BuiltPerson, version: number, change = {}) =>
  api
    .as(person)
    .put(`${path()}/governing-body`)
    .set('if-match', `"${version}"`)
    .send({ metOn: '2026-11-23', minute: 'FGB 2026/11/4', agreementId: text.id, ...change });
const sign = (person: BuiltPerson, version: number, what: 'sign' | 'co-sign', change = {}) =>
  api
    .as(person)
    .post(`${path()}/${what}`)
    .set('if-match', `"${version}"`)
    .send({ name: 'Ada Fern', hasAuthority: true, sha256: text.sealed?.sha256, ...change });
const mailsOf = async () =>
  (
    await owner.query<{ to_address: string; subject: string; text: string }>(
      `select to_address, subject, text from mails where partnership_id = $1 order by created_at, subject`,
      [partnershipId],
    )
  ).rows;
const eventsOf = async () =>
  (
    await owner.query<{ kind: string }>(`select kind from events where school_id = $1 order by id`, [
      school.id,
    ])
  ).rows.map(({ kind }) => kind);

test('the governing body agrees, the head signs, the chair co-signs, and the school is a member', async () => {
  const before = await look(head);
  expect(before).toMatchObject({
    agreement: { number: 1, isInForce: true },
    signing: null,
    version: 0,
    heads: [`Ada ${head.lastName}`],
    chairs: [`Ada ${chair.lastName}`],
    may: { prepare: true, sign: true, coSign: false },
  });
  const { body: agreed } = await decide(head, 0).expect(200);
  expect(agreed.signing).toMatchObject({
    state: 'agreed',
    governingBody: { metOn: '2026-11-23', minute: 'FGB 2026/11/4', putDownBy: `Ada ${head.lastName}` },
  });
  const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
  expect(signed.signing).toMatchObject({
    state: 'signed',
    signed: { name: 'Ada Fern', at: '2026-11-23T09:00:00.000Z', means: 'passkey' },
    sha256: text.sealed?.sha256,
    coSigned: null,
  });
  expect(signed.signing.reference).toMatch(/^A1-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(signed.school.memberSince).toBeNull();
  const { body: whole } = await sign(chair, signed.version, 'co-sign', { name: 'Bo Rook' }).expect(200);
  expect(whole).toMatchObject({
    signing: { state: 'co-signed', coSigned: { name: 'Bo Rook', means: 'passkey' } },
    school: { memberSince: '2026-11-23' },
  });
  expect(await eventsOf()).toEqual([
    'signing-opened',
    'governing-body-agreed',
    'agreement-signed',
    'agreement-co-signed',
    'membership-began',
  ]);
});

test('a school says what it would give a year, puts it right, and is held to it once it is signed', async () => {
  const { body: first } = await decide(head, 0, { pledgedPence: 25_000 }).expect(200);
  expect(first.signing.pledgedPence).toBe(25_000);
  const { body: kept } = await decide(office, first.version).expect(200);
  expect(kept.signing.pledgedPence).toBe(25_000);
  for (const pledgedPence of [0, -1, 12.5, 10_000_001, '250'])
    await decide(head, kept.version, { pledgedPence } as never).expect(400);
  const { body: none } = await decide(head, kept.version, { pledgedPence: null }).expect(200);
  expect(none.signing.pledgedPence).toBeNull();
  const { body: again } = await decide(head, none.version, { pledgedPence: 10_000_000 }).expect(200);
  await sign(head, again.version, 'sign').expect(200);
  await expect(
    database.withPartnership(partnershipId, (db) => db.execute(`update signings set pledged_pence = 1`)),
  ).rejects.toMatchObject({ cause: { message: 'a signature stands as it is' } });
});

test('each is told by mail, once, with the whole of what was signed', async () => {
  const { body: agreed } = await decide(head, 0).expect(200);
  const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
  const { reference, sha256 } = signed.signing;
  const first = await mailsOf();
  expect(first.map(({ to_address, subject }) => [to_address, subject.split(' for ')[0]]).sort()).toEqual(
    [
      [head.email, 'Signed'],
      [chair.email, 'Please co-sign'],
    ].sort(),
  );
  const copy = first.find(({ to_address }) => to_address === head.email)?.text ?? '';
  expect(copy).toContain(`Reference: ${reference}\nSeal (SHA-256): ${sha256}`);
  expect(copy).toContain(text.sealed?.text.trimEnd());
  expect(first.find(({ to_address }) => to_address === chair.email)?.text).toContain(
    `/schools/${school.id}/agreement`,
  );
  await sign(chair, signed.version, 'co-sign').expect(200);
  const later = (await mailsOf()).slice(2);
  expect(later.map(({ to_address }) => to_address).sort()).toEqual([head.email, chair.email].sort());
  expect(later[0]?.text).toContain('The agreement is complete, and the school is a member from today.');
});

test('a member already is not told that it joins, and a head without a chair not that one was asked', async () => {
  await owner.query(`delete from roles where person_id = $1`, [chair.personId]);
  await owner.query(
    `insert into memberships (partnership_id, school_id, from_day) values ($1, $2, '2026-09-01')`,
    [partnershipId, school.id],
  );
  const { body: agreed } = await decide(head, 0).expect(200);
  const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
  const [copy, ...others] = await mailsOf();
  expect(others).toEqual([]);
  expect(copy?.text).toContain('please tell the broker who it is.\n');
  const next = await buildPerson(database, partnershipId, 'chair-of-governors', school.id, proved);
  await sign(next, signed.version, 'co-sign').expect(200);
  const subjects = (await mailsOf()).map(({ subject }) => subject.split(' for ')[0]);
  expect(subjects.sort()).toEqual(['Signed', 'Signed and co-signed', 'Signed and co-signed']);
  expect((await look(head)).school.memberSince).toBe('2026-09-01');
});

describe('the order is kept', () => {
  test('nobody signs before the governing body has agreed', async () => {
    expect((await sign(head, 0, 'sign').expect(409)).body.code).toBe('governing-body-first');
    await api
      .as(head)
      .put(`${path()}/place`)
      .send({ place: 'vote-for-board', agreementId: text.id })
      .expect(200);
    expect((await sign(head, 1, 'sign').expect(409)).body.code).toBe('governing-body-first');
  });

  test('nobody co-signs before the head has signed', async () => {
    expect((await sign(chair, 0, 'co-sign').expect(409)).body.code).toBe('not-signed-yet');
    const { body } = await decide(head, 0).expect(200);
    expect((await sign(chair, body.version, 'co-sign').expect(409)).body.code).toBe('not-signed-yet');
  });

  test('what the governing body decided is put right until it is signed, and not after', async () => {
    const { body: first } = await decide(head, 0).expect(200);
    const { body: second } = await decide(office, first.version, { minute: 'FGB 5' }).expect(200);
    expect(second.signing.governingBody).toMatchObject({
      minute: 'FGB 5',
      putDownBy: `Ada ${office.lastName}`,
    });
    await decide(head, first.version, { minute: 'Lost' }).expect(412);
    const { body: signed } = await sign(head, second.version, 'sign').expect(200);
    expect((await decide(head, signed.version, { minute: 'Late' }).expect(409)).body.code).toBe(
      'signed-already',
    );
    expect((await look(head)).signing?.governingBody?.minute).toBe('FGB 5');
  });

  test('one person does not sign both', async () => {
    await owner.query(
      `insert into roles (partnership_id, person_id, school_id, role) values ($1, $2, $3, 'chair-of-governors')`,
      [partnershipId, head.personId, school.id],
    );
    const { body: agreed } = await decide(head, 0).expect(200);
    const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
    // They are neither asked to nor offered it.
    expect(signed.may.coSign).toBe(false);
    expect((await mailsOf()).filter(({ to_address }) => to_address === head.email)).toHaveLength(1);
    expect((await sign(head, signed.version, 'co-sign').expect(409)).body.code).toBe('same-person-twice');
  });
});

describe('an administrator', () => {
  test('prepares, and never signs', async () => {
    expect((await look(office)).may).toEqual({ prepare: true, sign: false, coSign: false });
    const { body: agreed } = await decide(office, 0).expect(200);
    await sign(office, agreed.version, 'sign').expect(403);
    await sign(office, agreed.version, 'co-sign').expect(403);
  });

  test('to whom the head has lent their role does not sign either', async () => {
    await api
      .as(head)
      .post('/delegations')
      .send({ schoolId: school.id, delegateId: office.personId, until: '2027-07-31' })
      .expect(201);
    const { body: agreed } = await decide(office, 0).expect(200);
    await sign(office, agreed.version, 'sign').expect(403);
  });
});

test('nobody signs on the strength of a mailed link alone', async () => {
  const other = await buildPerson(database, partnershipId, 'headteacher', school.id);
  const { body: agreed } = await decide(head, 0).expect(200);
  expect((await sign(other, agreed.version, 'sign').expect(403)).body.code).toBe('confirm-identity');
  const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
  const unproved = await buildPerson(database, partnershipId, 'chair-of-governors', school.id);
  expect((await sign(unproved, signed.version, 'co-sign').expect(403)).body.code).toBe('confirm-identity');
});

test('a signing is not there for another school, nor for another partnership', async () => {
  await decide(head, 0).expect(200);
  const sibling = await buildSchool(database, partnershipId);
  const stranger = await buildPerson(database, partnershipId, 'headteacher', sibling.id, proved);
  const elsewhere = await buildPerson(
    database,
    (await buildPartnership(database)).id,
    'broker',
    null,
    proved,
  );
  for (const person of [stranger, elsewhere]) await api.as(person).get(path()).expect(404);
  await decide(stranger, 1).expect(404);
  await sign(stranger, 1, 'sign').expect(404);
  expect((await look(broker)).may).toEqual({ prepare: false, sign: false, coSign: false });
});

describe('bad input', () => {
  test.each([
    ['a day in the future', { metOn: '2026-11-24' }, '/body/metOn', 'is in the future'],
    [
      'a day before the version was issued',
      { metOn: '2026-11-22' },
      '/body/metOn',
      'is before the version was issued, on 2026-11-23',
    ],
    ['no day', { metOn: '' }, '/body/metOn', null],
    ['no minute', { minute: '  ' }, '/body/minute', 'must not be empty'],
    ['a minute of 61 letters', { minute: 'x'.repeat(61) }, '/body/minute', 'must be at most 60 characters'],
  ] as const)('%s is refused', async (_, change, pointer, detail) => {
    const { body } = await decide(head, 0, change).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer, ...(detail && { detail }) });
    expect((await look(head)).signing).toBeNull();
  });

  test.each([
    ['a name of spaces', { name: '   ' }, '/body/name'],
    ['a name of 300 letters', { name: 'x'.repeat(300) }, '/body/name'],
    ['a name without letters', { name: '1234' }, '/body/name'],
    ['no authority', { hasAuthority: false }, '/body/hasAuthority'],
    ['a hash that is none', { sha256: 'abc' }, '/body/sha256'],
  ])('%s signs nothing', async (_, change, pointer) => {
    const { body: agreed } = await decide(head, 0).expect(200);
    const { body } = await sign(head, agreed.version, 'sign', change).expect(400);
    expect(body.errors[0].pointer).toBe(pointer);
    expect((await look(head)).signing?.state).toBe('agreed');
    expect(await mailsOf()).toEqual([]);
  });

  test('a place that is no clause is refused', async () => {
    await api
      .as(head)
      .put(`${path()}/place`)
      .send({ place: 'no-such-clause', agreementId: text.id })
      .expect(400);
    expect((await look(head)).signing).toBeNull();
  });
});

test('where reading has come to is kept, and does not disturb whoever signs', async () => {
  const keep = (place: string) =>
    api.as(office).put(`${path()}/place`).send({ place, agreementId: text.id }).expect(200);
  expect((await keep('vote-at-agm')).body.signing.place).toBe('vote-at-agm');
  const { body: agreed } = await decide(head, 1).expect(200);
  await keep('share-data');
  await sign(head, agreed.version, 'sign').expect(200);
  expect((await look(head)).signing?.place).toBe('share-data');
});

describe('a version that changes in the middle', () => {
  test('is not signed by those who have read the one before', async () => {
    const { body: agreed } = await decide(head, 0).expect(200);
    const next = await issueVersion('Membership, second version');
    const now = await look(head);
    // The school begins again with what is in force: its governing body has not agreed to that.
    expect(now).toMatchObject({ agreement: { id: next.id }, signing: null, version: 0 });
    expect((await sign(head, agreed.version, 'sign').expect(409)).body.code).toBe('other-version');
    // Nor is what was decided about one version put down for the other.
    expect((await decide(head, 0).expect(409)).body.code).toBe('other-version');
    await api.as(head).put(`${path()}/place`).send({ place: 'share-data', agreementId: text.id }).expect(409);
    expect((await look(head)).signing).toBeNull();
    const { body: again } = await decide(head, 0, { agreementId: next.id }).expect(200);
    expect((await sign(head, again.version, 'sign').expect(409)).body.code).toBe('other-version');
    await sign(head, again.version, 'sign', { sha256: next.sealed?.sha256 }).expect(200);
  });

  test('leaves what the head has signed to be co-signed', async () => {
    const { body: agreed } = await decide(head, 0).expect(200);
    const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
    await issueVersion('Membership, second version');
    expect(await look(chair)).toMatchObject({ agreement: { id: text.id }, signing: { state: 'signed' } });
    await sign(chair, signed.version, 'co-sign').expect(200);
    // What comes next is the version in force, which the school has not signed.
    expect(await look(head)).toMatchObject({
      agreement: { number: 2 },
      signing: null,
      complete: { number: 1, signing: { state: 'co-signed', reference: signed.signing.reference } },
    });
    expect((await sign(chair, signed.version, 'co-sign').expect(409)).body.code).toBe('signed-already');
  });

  test('withdrawn, is neither signed nor co-signed', async () => {
    const { body: agreed } = await decide(head, 0).expect(200);
    const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
    await api.as(board).post(`/agreements/${text.id}/withdraw`).send({ why: 'Wrong' }).expect(200);
    expect((await sign(chair, signed.version, 'co-sign').expect(409)).body.code).toBe('version-withdrawn');
    expect(await look(chair)).toMatchObject({
      agreement: { state: 'withdrawn' },
      signing: { state: 'signed' },
    });
    expect(await look(head)).toMatchObject({
      withdrawn: { number: 1, why: 'Wrong' },
      school: { memberSince: null },
    });
  });

  test('withdrawn before anybody has begun, says so', async () => {
    await api.as(board).post(`/agreements/${text.id}/withdraw`).send({ why: 'Wrong' }).expect(200);
    expect(await look(head)).toMatchObject({ agreement: null, withdrawn: { number: 1, why: 'Wrong' } });
    expect((await decide(head, 0).expect(409)).body.code).toBe('nothing-to-sign');
  });
});

describe('a double tap, a second device and a lost answer', () => {
  test('sign once', async () => {
    const { body: agreed } = await decide(head, 0).expect(200);
    const answers = await Promise.all([1, 2, 3].map(() => sign(head, agreed.version, 'sign')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await mailsOf()).map(({ to_address }) => to_address).sort()).toEqual(
      [head.email, chair.email].sort(),
    );
  });

  test('with a key are answered the same', async () => {
    const { body: agreed } = await decide(head, 0).expect(200);
    const send = () => sign(head, agreed.version, 'sign').set('idempotency-key', 'sign-once-1');
    const first = await send().expect(200);
    expect((await send().expect(200)).body).toEqual(first.body);
    expect(await mailsOf()).toHaveLength(2);
  });

  test('open once, whoever comes first', async () => {
    const answers = await Promise.all([decide(head, 0), decide(office, 0), decide(head, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await eventsOf()).filter((kind) => kind === 'signing-opened')).toHaveLength(1);
  });
});

test.each([
  ['the name', `update signings set signed_name = 'Other' where school_id = $1`],
  ['the minute', `update signings set minute = 'Other' where school_id = $1`],
  ['the hash', `update signings set sha256 = repeat('0', 64) where school_id = $1`],
  ['that it was co-signed', `update signings set co_signed_name = 'Other' where school_id = $1`],
  ['that it is there', `delete from signings where school_id = $1`],
])('what was signed is held by the database: %s', async (_, sql) => {
  const { body: agreed } = await decide(head, 0).expect(200);
  const { body: signed } = await sign(head, agreed.version, 'sign').expect(200);
  await sign(chair, signed.version, 'co-sign').expect(200);
  await expect(owner.query(sql, [school.id])).rejects.toThrow('a signature stands as it is');
});
