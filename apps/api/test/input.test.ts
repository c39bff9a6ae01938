import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import request, { type Response } from 'supertest';
import { afterAll, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import { secret, testApi } from './api.ts';
import { buildPartnership, buildPerson } from './builders.ts';

const api = await testApi();
afterAll(api.close);
const { id } = await buildPartnership(api.database);
const broker = await buildPerson(api.database, id, 'broker');
const as = api.as(broker);

const post = (body: string | Buffer) =>
  as
    .post('/clusters')
    .set('content-type', 'application/json')
    .send(body as string);

describe('a body', () => {
  test.each([
    ['with a key that we do not know', '{"name":"A","kind":"special-county","boss":true}'],
    ['with a number for words', '{"name":7,"kind":"special-county"}'],
    ['with null for words', '{"name":null,"kind":"special-county"}'],
    ['with a list for words', '{"name":["A"],"kind":"special-county"}'],
    ['that is not JSON', '{"name":'],
    ['that is a list', '[]'],
    ['with NUL', '{"name":"A\\u0000","kind":"special-county"}'],
    ['with half a pair', '{"name":"A\\ud800","kind":"special-county"}'],
    ['with __proto__', '{"name":"A","kind":"special-county","__proto__":{"a":1}}'],
    ['with nothing in it', ''],
    ['of spaces alone for a name', '{"name":"   ","kind":"special-county"}'],
  ])('%s is refused with 400 and changes nothing', async (_, body) => {
    const answer = await post(body).expect(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 400, code: expect.any(String) });
    expect((await as.get('/clusters')).body.items).toEqual([]);
  });

  test('that is not UTF-8 is refused', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"name":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('","kind":"special-county"}'),
    ]);
    const socket = await request(api.app.server)
      .post('/api/clusters')
      .set('authorization', `Bearer ${api.token(broker)}`)
      .type('application/json')
      .serialize((body) => body)
      .send(bytes as never);
    expect(socket.status).toBe(400);
  });

  test('at fault names the field and the fault', async () => {
    const { body } = await post('{"name":"","kind":"sort"}').expect(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/body/name',
      '/body/kind',
    ]);
  });

  test('that is too large is refused with 413', async () => {
    await post(JSON.stringify({ name: 'x'.repeat(3_000_000) })).expect(413);
  });

  test('of another kind is refused with 415', async () => {
    await as.post('/clusters').set('content-type', 'text/plain').send('name').expect(415);
  });
});

test.each([
  '/schools?limit=0',
  '/schools?limit=1e9',
  '/schools?limit=ten',
  '/schools?cursor=nonsense',
  '/schools?cursor=WzEsMl0gOw',
  '/schools?colour=red',
  '/schools?q=%00',
  '/schools?q=%ff',
  '/schools/not-an-id',
  '/calendars/12',
])('%s is refused with 400', async (path) => {
  await as.get(path).expect(400);
});

test('nothing that is typed into search makes the server stumble', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
      const { status } = await as.get(`/schools?q=${encodeURIComponent(q.toWellFormed())}`);
      expect([200, 400]).toContain(status);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('a list goes on from where it was, and ends', async () => {
  for (const name of ['A', 'B', 'C'])
    await as
      .post('/imports')
      .send({ kind: 'people' })
      .expect(201)
      .expect(({ body }) => expect(body.kind, name).toBe('people'));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body }: Response = await as
      .get(`/imports?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      .expect(200);
    expect(body.total).toBe(3);
    seen.push(...body.items.map((item: { id: string }) => item.id));
    cursor = body.next;
  } while (cursor);
  expect(new Set(seen).size).toBe(3);
});

test('every answer carries the headers that keep a browser safe', async () => {
  const { headers } = await api.anonymous().get('/health').expect(200);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect((await as.get('/me')).headers['cache-control']).toBe('no-store');
  await api.anonymous().get('/ready').expect(200);
});

test('a route that does not say who may call it keeps the application from starting', async () => {
  const { guardRoutes } = await import('../src/guard.ts');
  const { default: Fastify } = await import('fastify');
  const bare = Fastify();
  guardRoutes(bare);
  expect(() => bare.get('/secret', async () => 'x')).toThrow('does not say who may call it');
  expect(() => bare.get('/half', { config: { may: 'anyone' } }, async () => 'x')).toThrow(
    'does not say what it answers',
  );
});

test('a database that is away is 503 with a time to come back, not 500', async () => {
  const { connect } = await import('@lateral/db/client');
  const away = 'postgres://lateral_app@127.0.0.1:1/none';
  const app = await buildApp({ database: connect({ app: away, authn: away, keeper: away }), secret });
  await app.ready();
  const { body, headers } = await request(app.server).get('/ready').expect(503);
  expect(body.code).toBe('unavailable');
  expect(headers['retry-after']).toBe('2');
  await app.close();
});

describe('the documentation', () => {
  const snapshot = new URL('../../../openapi.json', import.meta.url);

  test('is the reviewed one: a change of the API shows in openapi.json', async () => {
    const { body } = await api.anonymous().get('/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\.1/);
    const text = `${JSON.stringify(body, null, 2)}\n`;
    if (process.env.UPDATE_OPENAPI === 'yes') writeFileSync(snapshot, text);
    expect(text).toBe(readFileSync(snapshot, 'utf8'));
    expect(Object.keys(body.paths).length).toBeGreaterThan(30);
  });

  test('is a page for people too', async () => {
    const { text } = await api.anonymous().get('/docs').expect(200);
    expect(text).toContain('Put schools in a cluster');
    expect(text).not.toContain('<script');
  });
});
