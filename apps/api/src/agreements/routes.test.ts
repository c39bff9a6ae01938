import { createHash } from 'node:crypto';
import type { Agreement } from '@lateral/contract/agreements';
import { templateFor } from '@lateral/domain/agreements/template';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';

const api = await testApi();
afterAll(api.close);
const { database, owner } = api;
const proved = { confirmedAt: new Date('2026-11-23T08:58:00Z') };

let partnershipId: string;
let broker: BuiltPerson;
let board: BuiltPerson;
let head: BuiltPerson;
beforeEach(async () => {
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker', null, proved);
  board = await buildPerson(database, partnershipId, 'board-member', null, proved);
  const school = await buildSchool(database, partnershipId);
  head = await buildPerson(database, partnershipId, 'headteacher', school.id, proved);
});

const begin = async (): Promise<Agreement> =>
  (await api.as(broker).post('/agreements').send({}).expect(201)).body;
const read = async (person: BuiltPerson, { id }: { id: string }): Promise<Agreement> =>
  (await api.as(person).get(`/agreements/${id}`).expect(200)).body;
const act = (person: BuiltPerson, { id, version }: Agreement, what: 'offer' | 'issue') =>
  api.as(person).post(`/agreements/${id}/${what}`).set('if-match', `"${version}"`).send({});
const save = (
  { id, version }: Agreement,
  words: Partial<Pick<Agreement, 'title' | 'clauses'>>,
  from: Agreement,
) =>
  api
    .as(broker)
    .put(`/agreements/${id}`)
    .set('if-match', `"${version}"`)
    .send({ title: from.title, clauses: from.clauses, ...words });
const reword = (draft: Agreement, words: Partial<Pick<Agreement, 'title' | 'clauses'>>) =>
  save(draft, words, draft);

/** The draft, offered by the broker and issued by a board member. */
async function issue(draft: Agreement): Promise<Agreement> {
  const { body: offered } = await act(broker, draft, 'offer').expect(200);
  return (await act(board, offered, 'issue').expect(200)).body;
}

test('its terms are kept, asked for by a day, sealed as its last clause, and begun from in the next', async () => {
  const terms = { renewal: 'yearly', noticeWeeks: 13, conversion: 'lapses' } as const;
  const draft = await begin();
  const put = (more: object) => save(draft, more as never, draft);
  const { body: fault } = await put({ consentBy: '2026-11-23' }).expect(400);
  expect(fault.errors).toEqual([{ pointer: '/body/consentBy', detail: 'must be later than today' }]);
  await put({ terms: { ...terms, noticeWeeks: 53 } }).expect(400);
  const key = await put({ clauses: [...draft.clauses, { ...draft.clauses[0], key: 'how-long-it-holds' }] });
  expect([key.status, key.body.errors[0].pointer]).toEqual([
    400,
    `/body/clauses/${draft.clauses.length}/key`,
  ]);
  const { body: changed } = await put({ terms, consentBy: '2027-01-31' }).expect(200);
  expect(changed).toMatchObject({ terms, consentBy: '2027-01-31', clauses: draft.clauses });
  // Left out, they stay.
  const { body: kept } = await reword(changed, { title: 'Other' }).expect(200);
  expect(kept).toMatchObject({ terms, consentBy: '2027-01-31' });
  const { body: offered } = await act(broker, kept, 'offer').expect(200);
  // Once the day is past, nobody has time to sign: it is changed first.
  await database.withPartnership(partnershipId, (db) =>
    db.execute(`update agreements set consent_by = '2026-11-23' where id = '${draft.id}'`),
  );
  expect((await act(board, offered, 'issue').expect(409)).body.code).toBe('consent-day-past');
  const { body: later } = await reword(offered, { consentBy: '2027-02-01' } as never).expect(200);
  const issued = await issue(later);
  expect(issued.sealed?.text).toMatch(
    /How long membership lasts \(Way of working\)[\s\S]*13 weeks after it gives notice/,
  );
  const next = await begin();
  expect(next).toMatchObject({ terms, consentBy: null });
  await expect(
    database.withPartnership(partnershipId, (db) =>
      db.execute(`update agreements set consent_by = null where id = '${issued.id}'`),
    ),
  ).rejects.toMatchObject({ cause: { message: 'an issued agreement stands as it is' } });
});

test('the first version begins from the template, in the partnership’s own name', async () => {
  const draft = await begin();
  const { rows } = await owner.query(`select name from partnerships where id = $1`, [partnershipId]);
  expect(draft).toMatchObject({ number: 1, state: 'draft', isInForce: false, sealed: null, version: 1 });
  expect({ title: draft.title, clauses: draft.clauses, terms: draft.terms }).toEqual(
    templateFor(rows[0].name),
  );
});

test('offered by one person and issued by another, its words stand with their hash, for every school to read', async () => {
  const draft = await begin();
  await api.as(head).get(`/agreements/${draft.id}`).expect(404);
  const issued = await issue(draft);
  expect(issued).toMatchObject({
    state: 'issued',
    isInForce: true,
    offered: { by: `Ada ${broker.lastName}`, isMine: false },
    issued: { by: `Ada ${board.lastName}` },
  });
  const { text = '', sha256 } = issued.sealed ?? {};
  expect(text).toContain('Version 1\n\n1. Open to all schools (Way of working)');
  expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  expect((await read(head, draft)).sealed).toEqual(issued.sealed);
  const { rows } = await owner.query(
    `select kind, detail from events where partnership_id = $1 order by id`,
    [partnershipId],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['agreement-begun', 'agreement-offered', 'agreement-issued']);
  expect(rows.at(-1)?.detail).toEqual({ number: 1, sha256, consentBy: null });
});

describe('two people issue a version', () => {
  test('whoever offered it does not issue it', async () => {
    const { body: offered } = await act(broker, await begin(), 'offer').expect(200);
    const { body } = await act(broker, offered, 'issue').expect(409);
    expect(body.code).toBe('same-person-twice');
    expect((await read(broker, offered)).state).toBe('offered');
  });

  test('a draft that nobody has offered is not there for the second person', async () => {
    const draft = await begin();
    expect((await api.as(board).get('/agreements').expect(200)).body.items).toEqual([]);
    await act(board, draft, 'issue').expect(404);
  });

  test('what was changed after it was offered must be offered again', async () => {
    const draft = await begin();
    const { body: offered } = await act(broker, draft, 'offer').expect(200);
    const { body: reworded } = await reword(offered, { title: 'Another title' }).expect(200);
    expect(reworded).toMatchObject({ state: 'draft', offered: null, title: 'Another title' });
    await act(board, offered, 'issue').expect(404);
    const { body: again } = await act(broker, reworded, 'offer').expect(200);
    // Read before the change: 412, and nothing is issued.
    await act(board, { ...again, version: offered.version }, 'issue').expect(412);
    await act(board, again, 'issue').expect(200);
  });

  test('saved without a change it stays offered', async () => {
    const { body: offered } = await act(broker, await begin(), 'offer').expect(200);
    const { body: saved } = await reword(offered, {}).expect(200);
    expect(saved).toMatchObject({ state: 'offered', version: offered.version });
  });

  test('of three who issue it at once one does, and it is issued once', async () => {
    const { body: offered } = await act(broker, await begin(), 'offer').expect(200);
    const answers = await Promise.all([1, 2, 3].map(() => act(board, offered, 'issue')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { rows } = await owner.query(
      `select count(*)::int as n from events where partnership_id = $1 and kind = 'agreement-issued'`,
      [partnershipId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('sent again with its key it is answered again, and issued once', async () => {
    const { body: offered } = await act(broker, await begin(), 'offer').expect(200);
    const send = () => act(board, offered, 'issue').set('idempotency-key', 'issue-version-1');
    const [first, second] = [await send().expect(200), await send().expect(200)];
    expect(second.body).toEqual(first.body);
  });
});

describe('the next version', () => {
  test('begins from the words of the newest, and takes its place when it is issued', async () => {
    const first = await issue(await begin());
    const draft = await begin();
    expect(draft).toMatchObject({ number: 2, title: first.title, clauses: first.clauses });
    expect((await act(broker, draft, 'offer').expect(409)).body.code).toBe('nothing-changed');
    const { body: reworded } = await reword(draft, { clauses: draft.clauses.slice(1) }).expect(200);
    await issue(reworded);
    const { items } = (await api.as(head).get('/agreements').expect(200)).body;
    expect(items.map(({ number, isInForce }: Agreement) => [number, isInForce])).toEqual([
      [2, true],
      [1, false],
    ]);
    // What was issued before still says what it said.
    expect((await read(head, first)).sealed).toEqual(first.sealed);
  });

  test('is begun once, however many begin it', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => api.as(broker).post('/agreements').send({})));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test('thrown away, its number is free again', async () => {
    const draft = await begin();
    await api.as(broker).delete(`/agreements/${draft.id}`).expect(204);
    await api.as(broker).delete(`/agreements/${draft.id}`).expect(404);
    expect((await begin()).number).toBe(1);
  });
});

describe('what was issued', () => {
  test('is neither reworded, offered nor thrown away', async () => {
    const issued = await issue(await begin());
    expect((await reword(issued, { title: 'X' }).expect(409)).body.code).toBe('words-stand');
    expect((await act(broker, issued, 'offer').expect(409)).body.code).toBe('words-stand');
    expect((await api.as(broker).delete(`/agreements/${issued.id}`).expect(409)).body.code).toBe(
      'words-stand',
    );
    expect((await read(broker, issued)).sealed).toEqual(issued.sealed);
  });

  test.each([
    ['its title', `update agreements set title = 'X' where id = $1`],
    ['its clauses', `update agreements set clauses = '[]' where id = $1`],
    [
      'its text, with the hash made to fit',
      `update agreements set sealed_text = 'X', sha256 = encode(sha256('X'), 'hex') where id = $1`,
    ],
    ['who issued it', `update agreements set issued_by = withdrawn_by where id = $1`],
    ['that it is there', `delete from agreements where id = $1`],
  ])('is held by the database: %s', async (_, sql) => {
    const { id } = await issue(await begin());
    await expect(owner.query(sql, [id])).rejects.toThrow(/agreement/);
  });

  test('can be withdrawn, with a reason, and then nothing is in force until another is issued', async () => {
    const first = await issue(await begin());
    const { body: reworded } = await reword(await begin(), { title: 'Second' }).expect(200);
    const second = await issue(reworded);
    const withdraw = (person: BuiltPerson) =>
      api.as(person).post(`/agreements/${second.id}/withdraw`).send({ why: 'A clause was wrong' });
    await withdraw(head).expect(403);
    const { body } = await withdraw(board).expect(200);
    expect(body).toMatchObject({
      state: 'withdrawn',
      isInForce: false,
      withdrawn: { by: `Ada ${board.lastName}`, why: 'A clause was wrong' },
      sealed: second.sealed,
    });
    expect((await withdraw(board).expect(409)).body.code).toBe('not-issued');
    expect((await read(head, first)).isInForce).toBe(false);
  });
});

describe('a draft that is sent', () => {
  test.each([
    ['a heading of spaces', { heading: '  ' }, '/body/clauses/0/heading'],
    ['a heading of 121 characters', { heading: 'x'.repeat(121) }, '/body/clauses/0/heading'],
    ['no text', { text: '' }, '/body/clauses/0/text'],
    ['a text of 4,001 characters', { text: 'x'.repeat(4001) }, '/body/clauses/0/text'],
    ['control characters', { text: 'a\u0007b' }, '/body/clauses/0/text'],
    ['a kind that there is not', { kind: 'wish' }, '/body/clauses/0/kind'],
    ['a key that is none', { key: 'Ä' }, '/body/clauses/0/key'],
    ['the heading of another', { heading: 'FOR every child and young person' }, '/body/clauses/1/heading'],
    ['the key of another', { key: 'progress-of-all' }, '/body/clauses/1/key'],
  ])('with %s is refused, and says where', async (_, change, pointer) => {
    const draft = await begin();
    const clauses = draft.clauses.map((clause, i) => (i === 0 ? { ...clause, ...change } : clause));
    const { body } = await reword(draft, { clauses: clauses as Agreement['clauses'] }).expect(400);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    expect((await read(broker, draft)).version).toBe(draft.version);
  });

  test('without a consent that every agreement holds is refused, by name', async () => {
    const draft = await begin();
    const clauses = draft.clauses.filter(({ key }) => key !== 'share-data');
    const { body } = await reword(draft, { clauses }).expect(400);
    expect(body.errors[0]).toEqual({
      pointer: '/body/clauses',
      detail: 'must hold the clauses share-review-outcomes and share-data',
    });
  });

  test('from an older reading is refused, and nothing is lost', async () => {
    const draft = await begin();
    await reword(draft, { title: 'First' }).expect(200);
    await reword(draft, { title: 'Second' }).expect(412);
    expect((await read(broker, draft)).title).toBe('First');
  });

  test('with the line ends of another machine is kept with ours', async () => {
    const draft = await begin();
    const clauses = draft.clauses.map((clause) => ({ ...clause, text: 'One\r\n\r\nTwo' }));
    const { body } = await reword(draft, { clauses }).expect(200);
    expect(body.clauses[0].text).toBe('One\n\nTwo');
  });
});

test('another partnership’s versions are not there', async () => {
  const issued = await issue(await begin());
  const elsewhere = await buildPerson(
    database,
    (await buildPartnership(database)).id,
    'broker',
    null,
    proved,
  );
  await api.as(elsewhere).get(`/agreements/${issued.id}`).expect(404);
  await api.as(elsewhere).post(`/agreements/${issued.id}/withdraw`).send({ why: 'Mine' }).expect(404);
  expect((await api.as(elsewhere).get('/agreements').expect(200)).body.items).toEqual([]);
});
