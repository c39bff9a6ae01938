import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as schema from '@lateral/db/schema';
import { usualRules } from '@lateral/domain/seasons/rules';
import type { Instance } from '@lateral/planner/instance';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configOf } from '../src/seasons/rules.ts';
import { testApi } from './api.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from './builders.ts';

/** Written and reviewed by hand; never made from the policy table that it checks. */
const expected = readFileSync(new URL('./expected-access.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const [[, ...actors] = [], ...rows] = expected;

const api = await testApi();
afterAll(api.close);

const people = new Map<string, BuiltPerson>();
const ids: Record<string, string> = {
  year: '2026',
  name: 'a.csv',
  passkeyId: 'abc',
  notificationId: '999999999',
  topic: 'calendar',
};
/** Everybody here has just proved who they are; what happens without that has a test of its own below. */
const proved = { confirmedAt: new Date('2026-11-23T08:59:00Z') };

beforeAll(async () => {
  const { database } = api;
  const { id } = await buildPartnership(database);
  const school = await buildSchool(database, id);
  const sibling = await buildSchool(database, id);
  const elsewhere = await buildPartnership(database);
  const inSchool = {
    head: 'headteacher',
    deputy: 'deputy',
    senior: 'senior-leader',
    chair: 'chair-of-governors',
    governor: 'governor',
    admin: 'school-administrator',
  } as const;
  const inPartnership = {
    broker: 'broker',
    board: 'board-member',
    officer: 'local-authority-officer',
    observer: 'observer',
  } as const;
  for (const [actor, role] of Object.entries(inSchool))
    people.set(actor, await buildPerson(database, id, role, school.id, proved));
  for (const [actor, role] of Object.entries(inPartnership))
    people.set(actor, await buildPerson(database, id, role, null, proved));
  people.set('sibling', await buildPerson(database, id, 'headteacher', sibling.id, proved));
  people.set('stranger', await buildPerson(database, elsewhere.id, 'broker', null, proved));
  people.set('ended', await buildPerson(database, id, 'headteacher', school.id, { to: '2026-11-22' }));
  await database.withPartnership(id, async (db) => {
    const own = { partnershipId: id, id: school.id };
    await db.insert(schema.clusters).values({ ...own, name: 'North', kind: 'primary-partnership' });
    await db.insert(schema.savedViews).values({
      ...own,
      ownerId: people.get('broker')?.personId ?? '',
      screen: 'schools',
      name: 'Mine alone',
      filters: {},
    });
    await db.insert(schema.schoolChanges).values({
      ...own,
      kind: 'memberships',
      madeBy: people.get('broker')?.personId ?? '',
      madeAt: new Date('2026-11-23T09:00:00Z'),
      schools: [],
    });
    await db.insert(schema.reminderBatches).values({
      ...own,
      kind: 'join',
      asked: '',
      madeBy: people.get('broker')?.personId ?? '',
      madeAt: new Date(),
      holdUntil: new Date(),
    });
    await db.insert(schema.apiTokens).values({
      ...own,
      ownerId: people.get('broker')?.personId ?? '',
      name: 'Website',
      tokenHash: 'x',
      scopes: ['schools.read'],
      createdAt: new Date('2026-11-23T09:00:00Z'),
      expiresAt: new Date('2026-12-23T09:00:00Z'),
    });
    const sealedText = 'Membership agreement';
    await db.insert(schema.agreements).values({
      ...own,
      number: 1,
      title: sealedText,
      clauses: [],
      state: 'issued',
      changedAt: new Date('2026-11-23T09:00:00Z'),
      offeredBy: people.get('broker')?.personId ?? '',
      offeredAt: new Date('2026-11-23T09:00:00Z'),
      issuedBy: people.get('board')?.personId ?? '',
      issuedAt: new Date('2026-11-23T09:00:00Z'),
      sealedText,
      sha256: createHash('sha256').update(sealedText).digest('hex'),
    });
    const day = new Date('2026-11-23T09:00:00Z');
    const head = people.get('head')?.personId ?? '';
    await db.insert(schema.signings).values({
      ...own,
      schoolId: school.id,
      agreementId: school.id,
      state: 'co-signed',
      openedBy: head,
      openedAt: day,
      ...{ metOn: '2026-11-23', minute: 'M1', preparedBy: head, preparedAt: day },
      ...{ sha256: createHash('sha256').update(sealedText).digest('hex'), reference: 'A1-2222-2222' },
      ...{ signedBy: head, signedName: 'H', signedAt: day, signedMeans: 'code' },
      ...{ coSignedBy: people.get('chair')?.personId ?? '', coSignedName: 'C' },
      ...{ coSignedAt: day, coSignedMeans: 'code' },
    });
    await db.insert(schema.imports).values({ ...own, kind: 'people', state: 'applied' });
    await db
      .insert(schema.importFiles)
      .values({ partnershipId: id, importId: school.id, name: 'a.csv', size: 1 });
    await db.insert(schema.jobs).values({ ...own, kind: 'plan-season', input: {}, state: 'done' });
    await db.insert(schema.seasons).values({
      ...own,
      year: 2026,
      windowStart: '2026-09-21',
      windowEnd: '2027-07-09',
      instance: seasonOf(school.id, head),
      offersOpenedAt: day,
      offersUntil: '2026-12-04',
    });
    await db
      .insert(schema.memberships)
      .values({ partnershipId: id, schoolId: school.id, from: '2026-09-01' });
    const review = { partnershipId: id, seasonId: school.id, schoolId: school.id };
    await db.insert(schema.reviews).values({ ...review, day: '2026-11-12', leadId: head });
    await db.insert(schema.reviewSeats).values({ ...review, day: '2026-11-12', personId: head });
    await db.insert(schema.trainingSessions).values({
      ...own,
      ...{ kind: 'reviewer', day: '2026-12-02', half: 'morning', startsAt: '09:30', endsAt: '12:30' },
      ...{ place: 'Hall', places: 20 },
    });
    await db.insert(schema.unplacedSchools).values({ ...review, reasons: [] });
    await db.insert(schema.bookings).values({
      ...{ ...review, day: '2027-01-12', leadId: head, state: 'booked', publishedAt: day },
    });
    await db
      .insert(schema.bookedSeats)
      .values({ ...review, day: '2027-01-12', personId: head, state: 'asked' });
    await db.insert(schema.seatAsks).values({
      ...{ ...review, id: school.id, personId: head, leaverId: head, day: '2027-01-12', state: 'open' },
      ...{ askedBy: head, askedAt: day, expiresAt: new Date('2099-01-01T00:00:00Z') },
    });
  });
  const names =
    'schoolId clusterId importId jobId seasonId sessionId delegationId recoveryId viewId batchId changeId tokenId agreementId askId hostId'.split(
      ' ',
    );
  for (const name of names) ids[name] = school.id;
  ids.personId = people.get('head')?.personId ?? '';
});

/** A season of one school and one leader, for the routes that ask the planner about it. */
function seasonOf(schoolId: string, leaderId: string): Instance {
  return {
    name: 's',
    config: configOf(usualRules),
    calendar: {
      ...{ year: 2026, windowStart: '2026-11-12', windowEnd: '2026-11-12', closed: [] },
      terms: [{ id: 'Autumn', start: '2026-09-01', end: '2026-12-18' }],
    },
    clusters: [{ id: 'c', kind: 'primary-partnership', phase: 'primary' }],
    groups: [],
    units: [{ id: 'u', maxDays: 3 }],
    schools: [
      {
        ...{ id: schoolId, name: 's', area: 'a', phases: ['primary'], clusterIds: ['c'], groupId: null },
        ...{ e: 0, n: 0, features: [], receives: true, maxOut: 2, inset: [], unavailable: [] },
        ...{ preferred: [], avoid: [], priority: null, notBefore: null, notAfter: null, focus: [] },
      },
    ],
    leaders: [
      {
        ...{ id: leaderId, name: 'l', role: 'head', schoolIds: [schoolId], unitId: 'u', maxReviews: 2 },
        ...{ targetHalfDays: 3, canLead: true, trainedOn: '2026-06-01', expertise: [] },
        ...{ weekdays: [1, 2, 3, 4, 5], unavailable: [], avoid: [] },
      },
    ],
    conflicts: [],
    history: [],
    previous: [],
  };
}

/** How an actor's call of a route ends: `yes` when they get past the guard (whatever they then did wrong), else the status. */
async function outcome(method: string, path: string, actor: string) {
  const url = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
  const call = request(api.app.server)[method.toLowerCase() as 'get'](url);
  const person = people.get(actor);
  if (person) call.set('authorization', `Bearer ${api.token(person)}`);
  if (method !== 'GET')
    call
      .set('if-match', '"1"')
      .set('content-type', path.endsWith(':name') ? 'application/octet-stream' : 'application/json')
      .send(path.endsWith(':name') ? 'x' : '{}');
  const { status } = await call;
  if ([401, 403, 404].includes(status)) return String(status);
  return status < 500 ? 'yes' : String(status);
}

test('the reviewed file names every route of the API, and no other', () => {
  const routes = api.app
    .printRoutes({ commonPrefix: false, includeHooks: false })
    .split('\n')
    .flatMap(readRoute.bind(null, []));
  expect(rows.map(([route]) => route).sort()).toEqual(routes.sort());
});

/** Reads one line of Fastify's tree of routes, keeping the path that leads to it. */
function readRoute(path: { depth: number; text: string }[], line: string): string[] {
  const found = /^([\s│]*(?:├──|└──)\s)(\S+)\s*(?:\((.+)\))?$/.exec(line);
  if (!found) return [];
  const [, lead = '', text = '', methods] = found;
  while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= lead.length) path.pop();
  path.push({ depth: lead.length, text });
  const url = path.map((part) => part.text).join('');
  if (!methods || !url.startsWith('/api')) return [];
  return methods
    .split(', ')
    .filter((method) => method !== 'HEAD')
    .map((method) => `${method} ${url}`);
}

test.each(rows.map((row) => [row[0] ?? '', row.slice(1)] as const))('%s', async (route, answers) => {
  const [method = '', path = ''] = route.split(' ');
  const found: string[] = [];
  for (const actor of actors) found.push(await outcome(method, path, actor));
  expect(Object.fromEntries(actors.map((actor, i) => [actor, found[i]]))).toEqual(
    Object.fromEntries(actors.map((actor, i) => [actor, answers[i]])),
  );
});

/** Reviewed by hand: what nobody does on the strength of a mailed link alone. */
const provedFirst = [
  'POST /api/agreements/:agreementId/issue',
  'POST /api/agreements/:agreementId/withdraw',
  'POST /api/account/passkeys',
  'POST /api/account/passkeys/options',
  'DELETE /api/account/passkeys/:passkeyId',
  'GET /api/account/data',
  'POST /api/delegations',
  'DELETE /api/delegations/:delegationId',
  'GET /api/history/export',
  'POST /api/people/addresses',
  'GET /api/people/:personId/data',
  'GET /api/people/:personId/erasure',
  'POST /api/people/:personId/erasure',
  'GET /api/recoveries',
  'POST /api/people/:personId/recoveries',
  'POST /api/recoveries/:recoveryId/agree',
  'POST /api/recoveries/:recoveryId/stop',
  'POST /api/schools/:schoolId/membership/renewal',
  'POST /api/schools/:schoolId/membership/notice',
  'DELETE /api/schools/:schoolId/membership/notice',
  'POST /api/schools/:schoolId/signing/sign',
  'POST /api/tokens',
];

test('what needs a fresh proof of who one is, and nothing else, is refused without it', async () => {
  const places = new Map([...people].map(([name, person]) => [name, person.schoolId]));
  const { partnershipId = '' } = people.get('broker') ?? {};
  const broker = await buildPerson(api.database, partnershipId, 'broker');
  const head = await buildPerson(api.database, partnershipId, 'headteacher', places.get('head'));
  people.set('broker, unproved', broker).set('head, unproved', head);
  const refused: string[] = [];
  for (const [route = ''] of rows) {
    const [method = '', path = ''] = route.split(' ');
    for (const actor of ['broker, unproved', 'head, unproved'])
      if (await isUnproved(method, path, actor)) refused.push(route);
  }
  expect([...new Set(refused)].sort()).toEqual([...provedFirst].sort());
});

async function isUnproved(method: string, path: string, actor: string) {
  const person = people.get(actor);
  if (!person || path.endsWith('/sessions/end')) return false;
  const url = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
  const { body } = await request(api.app.server)
    [method.toLowerCase() as 'get'](url)
    .set('authorization', `Bearer ${api.token(person)}`);
  return body?.code === 'confirm-identity';
}

test('a token of one partnership says nothing in another', async () => {
  const head = people.get('head');
  const stranger = people.get('stranger');
  if (!head || !stranger) throw new Error('not built');
  const forged = { ...head, partnershipId: stranger.partnershipId };
  await api.as(forged).get('/me').expect(401);
});
