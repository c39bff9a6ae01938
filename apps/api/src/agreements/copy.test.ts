import { createHash } from 'node:crypto';
import { publicKeyOf, signingKeyOf } from '@lateral/audit/keys';
import type { Agreement } from '@lateral/contract/agreements';
import { canonicalText } from '@lateral/domain/agreements/canonical';
import { clausesRead } from '@lateral/domain/agreements/clauses';
import { templateFor } from '@lateral/domain/agreements/template';
import { termsUnsaid } from '@lateral/domain/agreements/terms';
import type { Certificate } from '@lateral/seal/certificate';
import { seal, verifySealed } from '@lateral/seal/seal';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { secret, testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { readPdf } from '../../test/read-pdf.ts';
import { composeCopy } from './compose-copy.ts';
import { canDraw, drawCopy } from './draw-copy.ts';
import { makeCopy, makeMissingCopies } from './make-copy.ts';

const api = await testApi();
afterAll(api.close);
const { database, owner } = api;
const proved = { confirmedAt: new Date('2026-11-23T08:58:00Z') };
const key = signingKeyOf(secret);
const now = new Date('2026-11-23T09:00:07Z');

let partnershipId: string;
let broker: BuiltPerson;
let school: { id: string; name: string; urn: number };
let head: BuiltPerson;
let chair: BuiltPerson;
let text: Agreement;
beforeEach(async () => {
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker', null, proved);
  text = await issueVersion(await buildPerson(database, partnershipId, 'board-member', null, proved));
  const { id } = await buildSchool(database, partnershipId);
  const { rows } = await owner.query('select name, urn from schools where id = $1', [id]);
  school = { id, ...rows[0] };
  head = await buildPerson(database, partnershipId, 'headteacher', id, proved);
  chair = await buildPerson(database, partnershipId, 'chair-of-governors', id, proved);
});

async function issueVersion(board: BuiltPerson): Promise<Agreement> {
  const { body: draft } = await api.as(broker).post('/agreements').send({}).expect(201);
  const path = `/agreements/${draft.id}`;
  await api.as(broker).post(`${path}/offer`).set('if-match', '"1"').send({}).expect(200);
  return (await api.as(board).post(`${path}/issue`).set('if-match', '"2"').send({}).expect(200)).body;
}

const path = () => `/schools/${school.id}/signing`;
const send = (person: BuiltPerson, what: 'sign' | 'co-sign', version: number, name: string) =>
  api
    .as(person)
    .post(`${path()}/${what}`)
    .set('if-match', `"${version}"`)
    .send({ name, hasAuthority: true, sha256: text.sealed?.sha256 })
    .expect(200);

async function signBoth() {
  const { body: agreed } = await api
    .as(head)
    .put(`${path()}/governing-body`)
    .set('if-match', '"0"')
    .send({ metOn: '2026-11-23', minute: 'FGB 2026/11/4', agreementId: text.id })
    .expect(200);
  const { body: signed } = await send(head, 'sign', agreed.version, 'Łucja Ŵyn');
  return (await send(chair, 'co-sign', signed.version, 'Bo Rook')).body;
}

const signingId = async (): Promise<string> =>
  (await owner.query('select id from signings where school_id = $1', [school.id])).rows[0].id;
const make = async (on = database) => makeCopy(on, { partnershipId, signingId: await signingId() }, key, now);
const countCopies = async () =>
  (
    await owner.query('select count(*)::int as n from signed_copies where partnership_id = $1', [
      partnershipId,
    ])
  ).rows[0].n;
const save = async (person = head): Promise<Buffer> =>
  (await api.as(person).get(`${path()}/copy`).responseType('blob').expect(200)).body;
const look = async () => (await api.as(head).get(path()).expect(200)).body;

test('what is co-signed has its sealed copy a moment later, and anybody can verify it', async () => {
  const complete = await signBoth();
  expect(complete.signing.hasCopy).toBe(false);
  const { rows: asked } = await owner.query(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'make-copy' and payload->>'partnershipId' = $1`,
    [partnershipId],
  );
  expect(asked).toEqual([{ payload: { partnershipId, signingId: await signingId() } }]);
  const { body: early } = await api.as(head).get(`${path()}/copy`).expect(409);
  expect(early.code).toBe('copy-not-ready');

  await make();
  const { headers } = await api.as(broker).get(`${path()}/copy`).expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  expect(headers['content-disposition']).toBe(
    `attachment; filename="agreement-${complete.signing.reference}.pdf"`,
  );
  const pdf = await save();
  expect(verifySealed(pdf)).toMatchObject({
    isWhole: true,
    publicKey: publicKeyOf(key),
    text: text.sealed?.text,
    certificate: {
      reference: complete.signing.reference,
      school: { name: school.name, urn: school.urn },
      version: 1,
      sha256: text.sealed?.sha256,
      governingBody: {
        metOn: '2026-11-23',
        minute: 'FGB 2026/11/4',
        putDownBy: `Ada ${head.lastName}`,
        at: '2026-11-23T09:00:00.000Z',
      },
      signed: { name: 'Łucja Ŵyn', capacity: 'headteacher', means: 'passkey' },
      coSigned: { name: 'Bo Rook', capacity: 'chair-of-governors', at: '2026-11-23T09:00:00.000Z' },
      pledgedPence: null,
    },
  });
  for (const at of [0, 700, Math.floor(pdf.length / 2), pdf.length - 400, pdf.length - 20, pdf.length - 1]) {
    const changed = Buffer.from(pdf);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(verifySealed(changed).isWhole, `byte ${at}`).toBe(false);
  }
  expect((await look()).complete.signing.hasCopy).toBe(true);
});

test('two workers at once, and one that does it again, leave one copy, and it stays', async () => {
  await signBoth();
  // Both have seen that there is none before either goes on.
  const { promise: bothHaveRead, resolve } = Promise.withResolvers<void>();
  let read = 0;
  const together: typeof database = {
    ...database,
    withPartnership: async (id, work) => {
      const answer = await database.withPartnership(id, work);
      if (++read === 2) resolve();
      await bothHaveRead;
      return answer;
    },
  };
  await Promise.all([make(together), make(together)]);
  expect(read).toBe(4);
  const first = await save();
  await make();
  await makeMissingCopies(database, signingKeyOf('another secret of thirty-two characters'), now);
  expect(await countCopies()).toBe(1);
  expect((await save()).equals(first)).toBe(true);
});

test('a copy that nobody was asked for is made by the sweep, whatever else cannot be made', async () => {
  await signBoth();
  const broken = school;
  // What no constraint lets through: signed was another text than the version's.
  const forge = async (sha256: string) => {
    await owner.query('begin');
    await owner.query('set local session_replication_role = replica');
    await owner.query('update signings set sha256 = $2 where school_id = $1', [broken.id, sha256]);
    await owner.query('commit');
  };
  await forge('0'.repeat(64));
  const { id } = await buildSchool(database, partnershipId);
  school = { ...school, id };
  head = await buildPerson(database, partnershipId, 'headteacher', id, proved);
  chair = await buildPerson(database, partnershipId, 'chair-of-governors', id, proved);
  await signBoth();
  const failed = await makeMissingCopies(database, key, now);
  expect(failed.map(String)).toEqual([expect.stringContaining('is of another text')]);
  expect((await look()).signing.hasCopy).toBe(true);
  expect(await countCopies()).toBe(1);
  await forge(text.sealed?.sha256 ?? '');
  expect(await makeMissingCopies(database, key, now)).toEqual([]);
  expect(await countCopies()).toBe(2);
});

test('nobody outside has it, and there is none before both have signed', async () => {
  await api.as(head).get(`${path()}/copy`).expect(404);
  await signBoth();
  await make();
  const sibling = await buildSchool(database, partnershipId);
  const elsewhere = (await buildPartnership(database)).id;
  for (const outsider of [
    await buildPerson(database, partnershipId, 'headteacher', sibling.id, proved),
    await buildPerson(database, elsewhere, 'broker', null, proved),
  ])
    await api.as(outsider).get(`${path()}/copy`).expect(404);
  await api.anonymous().get(`/api${path()}/copy`).expect(401);
  await api.as(chair).get(`${path()}/copy`).expect(200);
});

test('a school that took another over has its copy', async () => {
  await signBoth();
  await make();
  const next = await buildSchool(database, partnershipId);
  await owner.query('update schools set absorbed_by = $1 where id = $2', [next.id, school.id]);
  await api.as(broker).get(`${path()}/copy`).expect(404);
  const { body } = await api
    .as(broker)
    .get(`/schools/${next.id}/signing/copy`)
    .responseType('blob')
    .expect(200);
  expect(verifySealed(body).isWhole).toBe(true);
});

const sealed = (words: string) => createHash('sha256').update(words).digest('hex');
const vale = canonicalText('Vale', 2, templateFor('Vale'));
const certificate: Certificate = {
  format: 'lateral-agreement-1',
  reference: 'A2-7K3F-Q2XM',
  partnership: 'Vale',
  school: { name: 'Ysgol Ŵyn', urn: 115700 },
  version: 2,
  sha256: sealed(vale),
  governingBody: { metOn: '2026-06-23', minute: 'M4', putDownBy: 'Ada Fern', at: '2026-06-24T09:00:00.000Z' },
  signed: { name: 'Siân Łącki', capacity: 'headteacher', at: '2026-06-24T09:01:00.000Z', means: 'oidc' },
  coSigned: {
    name: 'Bo Rook',
    capacity: 'chair-of-governors',
    at: '2026-11-24T19:31:12.000Z',
    means: 'code',
  },
  pledgedPence: 125_050,
};
const draw = (change: Partial<Certificate> = {}, words = vale) =>
  drawCopy(composeCopy({ ...certificate, sha256: sealed(words), ...change }, words, canDraw));
const inOneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

describe('its pages', () => {
  test('are read out in order: what was signed, word for word, then the certificate', async () => {
    const { pages, isMarked, info, outline } = await readPdf(seal(await draw(), key));
    expect(isMarked).toBe(true);
    expect(info).toMatchObject({
      Title: 'Signed agreement A2-7K3F-Q2XM: Ysgol Ŵyn',
      Language: 'en-GB',
      CreationDate: 'D:20261124193112Z',
    });
    const read = pages.flat().filter(({ tag }) => tag !== 'artifact');
    const [above, ...rest] = read;
    const to = rest.findIndex(({ text: words }) => words === 'Certificate of signing');
    expect(above).toEqual({ tag: 'P', text: 'Signed for Ysgol Ŵyn with Vale, version 2' });
    expect(
      rest
        .slice(0, to)
        .map((one) => one.text)
        .join(' '),
    ).toBe(inOneLine(vale));
    expect(rest.slice(0, to).filter(({ tag }) => tag === 'H2')).toHaveLength(
      clausesRead(templateFor('Vale')).length,
    );
    const said = rest.slice(to);
    expect(said.filter(({ tag }) => tag === 'H1' || tag === 'H2').map((one) => one.text)).toEqual([
      'Certificate of signing',
      'What was signed',
      'What the school decided',
      'Signed by the headteacher',
      'Co-signed by the chair of governors',
      'What this is',
      'How to check this file',
    ]);
    expect(said.filter(({ tag }) => tag === 'TD').map((one) => one.text)).toEqual([
      'A2-7K3F-Q2XM',
      'Ysgol Ŵyn, URN 115700',
      'Membership agreement of Vale, version 2',
      sealed(vale),
      '23 June 2026',
      'M4',
      'Ada Fern, 24 June 2026 at 10:00:00, London time',
      '£1,250.50 a year',
      'Siân Łącki',
      '24 June 2026 at 10:01:00, London time',
      'By signing in again with their account of another provider',
      'Bo Rook',
      '24 November 2026 at 19:31:12, London time',
      'With a code sent to their own e-mail address',
    ]);
    expect(said.map((one) => one.text).join(' ')).toContain('It is not a deed.');
    expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
      ['The agreement', clausesRead(templateFor('Vale')).length],
      ['Certificate of signing', 0],
    ]);
  });

  test('have nothing that is not read out but the foot, and the certificate is a page of its own', async () => {
    const { pages } = await readPdf(await draw());
    for (const [i, page] of pages.entries()) {
      expect(page.filter(({ tag }) => tag === 'none')).toEqual([]);
      const foot = page.filter(({ tag }) => tag === 'artifact').map((one) => one.text);
      expect(foot.join(' ')).toContain(`Page ${i + 1} of ${pages.length}`);
      expect(foot.join(' ')).toContain('A2-7K3F-Q2XM, Ysgol Ŵyn');
    }
    expect(pages.map((page) => page.filter(({ tag }) => tag === 'H1').map((one) => one.text))).toEqual([
      ['Membership agreement of Vale'],
      [],
      ['Certificate of signing'],
    ]);
  });

  test('never leave a heading alone at the foot, however long the clauses are', async () => {
    for (const words of [20, 40, 65, 90, 130, 400, 900]) {
      const clauses = Array.from({ length: 30 }, (_, i) => ({
        key: `c${i}`,
        kind: 'right' as const,
        heading: `A heading ${i}`,
        text: Array.from({ length: words + i }, (_each, w) => `word${w}`).join(' '),
      }));
      const long = canonicalText('Vale', 2, { title: 'Long', clauses, terms: termsUnsaid });
      const { pages } = await readPdf(await draw({}, long));
      for (const page of pages) {
        const read = page.filter(({ tag }) => tag !== 'artifact');
        expect(read.at(-1)?.tag).not.toBe('H2');
      }
      expect(
        inOneLine(
          pages
            .flat()
            .map((one) => one.text)
            .join(' '),
        ).match(/word\d+/g),
      ).toHaveLength(clauses.reduce((sum, _, i) => sum + words + i, 0));
    }
  });

  test('are the same bytes for the same signing', async () => {
    const [first, second] = [await draw(), await draw()];
    expect(first.equals(second)).toBe(true);
    expect(seal(first, key).equals(seal(second, key))).toBe(true);
    expect(first.equals(await draw({ pledgedPence: null }))).toBe(false);
  });

  test('say so when a name has letters that the typeface has not', async () => {
    const { text: usual } = await readPdf(await draw());
    expect(usual).not.toContain('Some letters cannot be drawn');
    const name = '李明';
    const pdf = await draw({ coSigned: { ...certificate.coSigned, name } });
    expect((await readPdf(pdf)).text).toContain('Some letters cannot be drawn here.');
    expect(pdf.toString('latin1')).toContain('/ActualText');
    expect(verifySealed(seal(pdf, key))).toMatchObject({ certificate: { coSigned: { name } } });
  });
});
