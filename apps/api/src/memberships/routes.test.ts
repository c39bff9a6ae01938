import type { MembershipRow, MembershipSummary } from '@lateral/contract/memberships';
import * as schema from '@lateral/db/schema';
import { type Need, needs, type Standing, standings } from '@lateral/domain/memberships/standing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApi } from '../../test/api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../../test/builders.ts';
import { buildMembership, buildSigning, buildVersion } from '../../test/memberships.ts';

const now = new Date('2026-11-24T09:00:00Z');
const api = await testApi({ now: () => now });
afterAll(api.close);
const { database, owner } = api;

type School = Awaited<ReturnType<typeof buildSchool>>;
let partnershipId: string;
let broker: BuiltPerson;
let board: BuiltPerson;
let two: [string, string];
const found = async () => {
  partnershipId = (await buildPartnership(database)).id;
  broker = await buildPerson(database, partnershipId, 'broker');
  board = await buildPerson(database, partnershipId, 'board-member');
  two = [broker.personId, board.personId];
};
const build = (name: string, options = {}) => buildSchool(database, partnershipId, { name, ...options });
const list = async (
  query = '',
  person = broker,
): Promise<{ items: MembershipRow[]; next: string | null; total: number }> =>
  (await api.as(person).get(`/memberships${query}`).expect(200)).body;
const namesOf = async (query: string, person = broker) =>
  (await list(query, person)).items.map(({ name }) => name);
const sum = async (person = broker): Promise<MembershipSummary> =>
  (await api.as(person).get('/memberships/summary').expect(200)).body;

/** A school was reminded at a time. */
async function remind(school: School, kind: 'join' | 'consent' | 'train', madeAt: Date, change = {}) {
  const batchId = crypto.randomUUID();
  await database.withPartnership(partnershipId, async (db) => {
    const batch = { partnershipId, id: batchId, kind, asked: '', madeBy: broker.personId, madeAt };
    await db
      .insert(schema.reminderBatches)
      .values({ ...batch, holdUntil: madeAt, state: 'sent' as const, ...change });
    const row = { partnershipId, batchId, personId: board.personId, schoolId: school.id };
    await db.insert(schema.reminders).values({ ...row, mailId: crypto.randomUUID(), ...change });
  });
}
const lately = new Date('2026-11-10T09:00:00Z');
const before = new Date('2026-09-10T09:00:00Z');

/** A school of every kind that the rules tell apart, named by how it stands and what it needs. */
async function buildEvery() {
  await found();
  const first = await buildVersion(database, partnershipId, { number: 1, by: two });
  const withdrawn = await buildVersion(database, partnershipId, { number: 2, by: two });
  const second = await buildVersion(database, partnershipId, { number: 3, by: two });
  await database.withPartnership(partnershipId, (db) =>
    db
      .update(schema.agreements)
      .set({ state: 'withdrawn', withdrawnBy: broker.personId, withdrawnAt: now, withdrawnWhy: 'A slip' })
      .where(eq(schema.agreements.id, withdrawn.id)),
  );
  const is = async (
    standing: Standing,
    wanted: Need[],
    why: string,
    make: (school: School) => Promise<unknown>,
  ) => {
    const school = await build(`${standing} ${wanted.join(' ')} – ${why}`);
    await make(school);
    return school;
  };
  const member = (school: School, options = {}) => buildMembership(database, school, options);
  const sign = (school: School, version: typeof first, state: 'opened' | 'agreed' | 'signed' | 'co-signed') =>
    buildSigning(database, school, version, state, { by: two });
  const nothing = async () => {};

  await is('not-asked', [], 'nothing happened', nothing);
  await is('not-asked', [], 'asked before the version in force', (s) => remind(s, 'join', before));
  await is('not-asked', [], 'reminded of something else', (s) => remind(s, 'train', lately));
  await is('not-asked', [], 'reminder undone', (s) => remind(s, 'join', lately, { state: 'undone' }));
  await is('not-asked', [], 'reminder dropped', (s) => remind(s, 'join', lately, { droppedWhy: 'no-head' }));
  await is('not-asked', [], 'opened an earlier version', (s) => sign(s, first, 'opened'));
  await is('not-asked', [], 'signed what was withdrawn', (s) => sign(s, withdrawn, 'signed'));
  await is('asked', [], 'invited', (s) => remind(s, 'join', lately));
  await is('asked', [], 'joins later', (s) => member(s, { from: '2026-12-01' }));
  await is('opened', [], 'opened', (s) => sign(s, second, 'opened'));
  await is('opened', [], 'has left and opened', async (s) => {
    await member(s, { from: '2025-09-01', to: '2026-08-31' });
    await sign(s, second, 'opened');
  });
  await is('agreed', [], 'governors have agreed', (s) => sign(s, second, 'agreed'));
  await is('signed', ['co-signer'], 'head has signed', (s) => sign(s, second, 'signed'));
  await is('signed', ['co-signer'], 'head has signed an earlier version', async (s) => {
    await sign(s, first, 'signed');
    await sign(s, second, 'opened');
  });
  await is('left', [], 'membership over', (s) => member(s, { from: '2025-09-01', to: '2026-11-23' }));
  await is('left', [], 'asked again', async (s) => {
    await member(s, { from: '2025-09-01', to: '2026-11-23' });
    await remind(s, 'join', lately);
  });
  await is('left', [], 'signed, no membership', (s) => sign(s, second, 'co-signed'));
  await is('member', [], 'signed', async (s) => {
    await member(s);
    await sign(s, second, 'co-signed');
  });
  await is('member', ['consent'], 'by hand', member);
  await is('member', ['consent'], 'last day today', (s) => member(s, { to: '2026-11-24' }));
  await is('member', ['consent'], 'far from its last day', (s) =>
    member(s, { to: '2027-02-23', endsWhy: 'term' }),
  );
  await is('member', ['consent'], 'joined again', async (s) => {
    await member(s, { from: '2025-09-01', to: '2026-08-31' });
    await member(s, { from: '2026-11-01' });
  });
  await is('member', ['co-signer', 'consent'], 'head has signed the next', async (s) => {
    await member(s);
    await sign(s, first, 'co-signed');
    await sign(s, second, 'signed');
  });
  await is('member', ['consent', 'renewal'], 'year ends', (s) =>
    member(s, { to: '2027-02-22', endsWhy: 'term' }),
  );
  await is('member', ['consent', 'leaving'], 'notice', (s) =>
    member(s, { to: '2027-01-20', endsWhy: 'notice' }),
  );
  await is('member', ['consent', 'conversion'], 'another record', (s) => member(s, { urn: 999_999 }));
  const successor = await is('member', [], 'took over one that had signed', member);
  const absorbed = await build('absorbed');
  await sign(absorbed, second, 'co-signed');
  await owner.query('update schools set absorbed_by = $1 where id = $2', [successor.id, absorbed.id]);
  const closedMember = await is('member', ['consent'], 'closed', member);
  const closed = await build('closed');
  await owner.query('update schools set is_open = false where id = any($1)', [[closedMember.id, closed.id]]);
  await build('independent', { counted: false });
  return { second };
}

describe('how schools stand', () => {
  beforeAll(async () => {
    await buildEvery();
  });

  test('every school is where the rules put it, and those that are not ours are nowhere', async () => {
    const { items, total } = await list('?limit=200');
    expect(items).toHaveLength(28);
    expect(total).toBe(28);
    for (const { name, standing, needs: wanted } of items) {
      const [says = ''] = name.split(' – ');
      expect([standing, ...wanted].join(' '), name).toBe(says.trim());
    }
  });

  test.each(standings)(
    'the filter by the standing %s finds those whom the rule gives it, and no others',
    async (standing) => {
      const all = (await list('?limit=200')).items.filter((row) => row.standing === standing);
      expect(all.length).toBeGreaterThan(0);
      expect(await namesOf(`?limit=200&standing=${standing}`)).toEqual(all.map(({ name }) => name));
    },
  );

  test.each(needs)('the filter by the need %s does so too', async (need) => {
    const all = (await list('?limit=200')).items.filter((row) => row.needs.includes(need));
    expect(all.length).toBeGreaterThan(0);
    expect(await namesOf(`?limit=200&needs=${need}`)).toEqual(all.map(({ name }) => name));
  });

  test('several of each can be asked for, and both together', async () => {
    const unsigned = await list('?limit=200&standing=opened,agreed');
    expect(unsigned.items.map(({ standing }) => standing)).toEqual(['agreed', 'opened', 'opened']);
    expect((await list('?needs=renewal,leaving')).total).toBe(2);
    expect((await list('?standing=member&needs=co-signer')).total).toBe(1);
  });

  test('the summary counts the same', async () => {
    const { items } = await list('?limit=200');
    const { standings: counts, needs: wanted, ...rest } = await sum();
    for (const one of standings)
      expect(counts[one], one).toBe(items.filter(({ standing }) => standing === one).length);
    for (const one of needs)
      expect(wanted[one], one).toBe(items.filter((row) => row.needs.includes(one)).length);
    expect(rest).toEqual({
      version: 3,
      schools: 28,
      members: 11,
      phases: [{ phase: 'primary', schools: 28, members: 11 }],
      pledged: { pence: 0, schools: 0 },
    });
  });

  test('pages follow one another by name, with none left out or twice', async () => {
    const all = await namesOf('?limit=200');
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(`?limit=7${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(28);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(all);
  });
});

describe('one school', () => {
  beforeEach(found);

  test('shows who leads it, what it signed and gives, its clusters, and when it was last asked', async () => {
    const first = await buildVersion(database, partnershipId, { number: 1, by: two });
    const second = await buildVersion(database, partnershipId, { number: 2, by: two });
    const school = await build('Ashlow School', { phases: ['secondary'] });
    await build('Birchwell School');
    const head = await buildPerson(database, partnershipId, 'headteacher', school.id);
    const chair = await buildPerson(database, partnershipId, 'chair-of-governors', school.id);
    await buildPerson(database, partnershipId, 'headteacher', school.id, { to: '2026-11-23' });
    await buildMembership(database, school, { to: '2027-08-31', endsWhy: 'term' });
    await buildSigning(database, school, first, 'co-signed', { by: two, pledgedPence: 10_000 });
    await buildSigning(database, school, second, 'co-signed', { by: two, pledgedPence: 25_050 });
    await remind(school, 'train', before);
    await remind(school, 'join', lately);
    const cluster = crypto.randomUUID();
    await database.withPartnership(partnershipId, async (db) => {
      await db
        .insert(schema.clusters)
        .values({ partnershipId, id: cluster, name: 'North', kind: 'similar-secondary' });
      await db
        .insert(schema.clusterSchools)
        .values({ partnershipId, clusterId: cluster, schoolId: school.id });
    });
    const { items, total } = await list(`?schoolId=${school.id}`);
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        id: school.id,
        urn: school.urn,
        name: 'Ashlow School',
        isOpen: true,
        phases: ['secondary'],
        clusters: ['North'],
        standing: 'member',
        needs: [],
        membership: { from: '2026-09-01', to: '2027-08-31', endsWhy: 'term' },
        signed: { number: 2, at: '2026-11-20T09:00:00.000Z' },
        pledgedPence: 25_050,
        head: `Ada ${head.lastName}`,
        chair: `Ada ${chair.lastName}`,
        remindedAt: '2026-11-10T09:00:00.000Z',
      },
    ]);
    expect(await namesOf(`?cluster=${cluster}`)).toEqual(['Ashlow School']);
    expect(await namesOf('?cluster=none')).toEqual(['Birchwell School']);
    expect(await namesOf('?phase=secondary')).toEqual(['Ashlow School']);
    expect(await namesOf('?q=ashlo')).toEqual(['Ashlow School']);
  });

  test('a reminder that the clock sent counts as the last time it was asked', async () => {
    const school = await build('Ashlow School');
    await remind(school, 'join', before);
    await database.withPartnership(partnershipId, (db) =>
      db.insert(schema.dueReminders).values({
        partnershipId,
        schoolId: school.id,
        about: 'renew',
        due: '2026-12-01',
        days: 30,
        sentAt: lately,
      }),
    );
    expect((await list()).items[0]?.remindedAt).toBe('2026-11-10T09:00:00.000Z');
  });

  test('nothing has been signed, and nobody is known there', async () => {
    await build('Ashlow School');
    expect((await list()).items).toMatchObject([
      {
        standing: 'not-asked',
        membership: null,
        signed: null,
        pledgedPence: null,
        head: null,
        chair: null,
        remindedAt: null,
      },
    ]);
  });
});

describe('what members give', () => {
  beforeEach(found);

  test('is what each said at its newest complete signing; others do not count', async () => {
    const first = await buildVersion(database, partnershipId, { number: 1, by: two });
    const second = await buildVersion(database, partnershipId, { number: 2, by: two });
    const pledge = (
      school: School,
      version: typeof first,
      pledgedPence: number,
      state: 'signed' | 'co-signed' = 'co-signed',
    ) => buildSigning(database, school, version, state, { by: two, pledgedPence });
    const [a, b, c, d] = await Promise.all(['A', 'B', 'C', 'D'].map((name) => build(`School ${name}`)));
    for (const member of [a, b, c]) if (member) await buildMembership(database, member);
    if (!a || !b || !c || !d) throw new Error('not built');
    await pledge(a, first, 99_900);
    await pledge(a, second, 20_000);
    await pledge(b, first, 5_000);
    await pledge(b, second, 77_700, 'signed');
    await buildSigning(database, c, second, 'co-signed', { by: two });
    await pledge(d, second, 1_000_000);
    expect((await sum()).pledged).toEqual({ pence: 25_000, schools: 2 });
  });

  test('a pledge of the most that can be said, by many, is still counted to the penny', async () => {
    const version = await buildVersion(database, partnershipId, { number: 1, by: two });
    for (let i = 0; i < 250; i += 50)
      await Promise.all(
        Array.from({ length: 50 }, async (_, n) => {
          const school = await build(`School ${i + n}`);
          await buildMembership(database, school);
          await buildSigning(database, school, version, 'co-signed', { by: two, pledgedPence: 10_000_000 });
        }),
      );
    expect((await sum()).pledged).toEqual({ pence: 2_500_000_000, schools: 250 });
  });
});

describe('who sees what', () => {
  beforeEach(found);

  test('the board sees everything, a head their own school alone, others nothing', async () => {
    const version = await buildVersion(database, partnershipId, { number: 1, by: two });
    const own = await build('Ashlow School');
    const other = await build('Birchwell School');
    for (const school of [own, other]) {
      await buildMembership(database, school);
      await buildSigning(database, school, version, 'co-signed', { by: two, pledgedPence: 30_000 });
    }
    const head = await buildPerson(database, partnershipId, 'headteacher', own.id);
    const officer = await buildPerson(database, partnershipId, 'local-authority-officer');
    expect(await namesOf('', board)).toEqual(['Ashlow School', 'Birchwell School']);
    expect(await namesOf('', head)).toEqual(['Ashlow School']);
    expect(await namesOf(`?schoolId=${other.id}`, head)).toEqual([]);
    expect(await sum(head)).toMatchObject({ schools: 1, members: 1, pledged: { pence: 30_000, schools: 1 } });
    const { text } = await api.as(head).get('/memberships/export').expect(200);
    expect(text).toContain('Ashlow School');
    expect(text).not.toContain('Birchwell School');
    for (const path of ['', '/summary', '/export']) {
      await api.as(officer).get(`/memberships${path}`).expect(404);
      await api.anonymous().get(`/api/memberships${path}`).expect(401);
    }
    const stranger = await buildPerson(database, (await buildPartnership(database)).id, 'broker');
    expect(await namesOf('', stranger)).toEqual([]);
    expect(await sum(stranger)).toMatchObject({ schools: 0, version: null });
  });

  test.each(['standing=lunch', 'needs=member', 'standing=', 'standing=member,,left', 'phase=x', 'cursor=x'])(
    'what makes no sense is refused: %s',
    async (query) => {
      await api.as(broker).get(`/memberships?${query}`).expect(400);
    },
  );
});

test('the file for a spreadsheet says all of it in words, with formulas made harmless', async () => {
  await found();
  const version = await buildVersion(database, partnershipId, { number: 1, by: two });
  const school = await build('=cmd|calc');
  await buildMembership(database, school, { to: '2027-01-20', endsWhy: 'notice' });
  await buildSigning(database, school, version, 'co-signed', { by: two, pledgedPence: 120_050 });
  await build('Birchwell School');
  const { text, headers } = await api.as(broker).get('/memberships/export').expect(200);
  expect(headers['content-disposition']).toBe('attachment; filename="members.csv"');
  expect(text.slice(1).split('\r\n')).toEqual([
    'URN,School,Phase,Clusters,How far it is,What it needs,Member since,Member until,Why it ends,Version signed,Signed on,Headteacher,Chair of governors,"Pledged a year, in pounds",Last asked on',
    `${school.urn},'=cmd|calc,primary,,Member,Has given notice,2026-09-01,2027-01-20,The school gave notice,1,2026-11-20,,,1200.50,`,
    expect.stringMatching(/^\d+,Birchwell School,primary,,Not asked yet,,,,,,,,,,$/),
    '',
  ]);
  const { text: filtered } = await api.as(broker).get('/memberships/export?standing=member').expect(200);
  expect(filtered).not.toContain('Birchwell');
});
