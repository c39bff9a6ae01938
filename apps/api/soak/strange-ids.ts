import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { fingerprint, readIds, thingOf } from './behind-walls.ts';
import { type Ids, inAddress, like, type Operation } from './documented.ts';
import { report, say } from './figures.ts';
import { type Call, call, openInside } from './inside.ts';
import { buildPopulated } from './populated.ts';

/** Found in everything that the partnership behind the wall has written, and nowhere else. */
const mark = 'Behindthewall';
/** Stands in a request where an id of the other partnership is to go. */
const gap = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
const samplesOfBody = 3;

type Template = Call & { operation: string; place: string };

/** Requests of one operation with a gap for one id: in the path, the query or the body. */
function templatesOf(operation: Operation, own: Ids): Template[] {
  const { method, path, inPath, inQuery, body, isFile } = operation;
  const sample = <T>(of: fc.Arbitrary<T>, n: number) => fc.sample(of, { numRuns: n, seed: 11 });
  const fill = (ids: Ids) =>
    sample(
      fc.record(Object.fromEntries(inPath.map(({ name, schema }) => [name, like(schema, ids, name)]))),
      1,
    )[0] ?? {};
  const at = (ids: Ids) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => inAddress((fill(ids) as Record<string, unknown>)[name]));
  const bodies = body ? sample(like(body, own), samplesOfBody) : [isFile ? 'a,b\n1,2\n' : undefined];
  const headers = {
    'if-match': '"1"',
    ...(body && { 'content-type': 'application/json' }),
    ...(isFile && { 'content-type': 'application/octet-stream' }),
  };
  const base = { method, headers, operation: `${method} ${path}` };
  const written = (value: unknown) =>
    value === undefined ? {} : { payload: isFile ? String(value) : JSON.stringify(value) };
  const inThePath = inPath.some(({ schema }) => schema.format === 'uuid')
    ? bodies.map((value) => ({ ...base, ...written(value), url: at(() => fc.constant(gap)), place: 'path' }))
    : [];
  const inTheQuery = inQuery
    .filter(({ name }) => name !== 'cursor')
    .map(({ name }) => ({
      ...base,
      ...written(bodies[0]),
      url: `${at(own)}?${name}=${gap}`,
      place: 'query',
    }));
  const mixed: Ids = (place) => fc.oneof(fc.constant(gap), fc.constant(gap), own(place));
  const withGap = body ? sample(like(body, mixed), samplesOfBody * 4) : [];
  const inTheBody = withGap
    .filter((value) => JSON.stringify(value).includes(gap))
    .map((value) => ({ ...base, ...written(value), url: at(own), place: 'body' }));
  return [...inThePath, ...inTheQuery, ...inTheBody];
}

type Inside = Awaited<ReturnType<typeof openInside>>;

/** Sends requests, counts how they end, and looks in every answer for anything of the other partnership. */
function openSweep(inside: Inside, strangers: readonly string[]) {
  const counts = { requests: 0, notFound: 0, forbidden: 0, other: 0 };
  const faults: string[] = [];
  const fault = (text: string) => {
    if (faults.length < 50) say(text);
    faults.push(text);
  };
  const kindOf = (status: number) => (status === 404 ? 'notFound' : status === 403 ? 'forbidden' : 'other');
  /** @param asked the id that the request itself holds, which an answer may repeat */
  const send = async (request: Call, token: string, asked: string | null) => {
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    let { statusCode, body } = await call(inside.app, { ...request, headers });
    if (statusCode === 429) {
      // Attempts at signing in are counted, whatever they name: the count begins again.
      await inside.owner.query('delete from attempts');
      ({ statusCode, body } = await call(inside.app, { ...request, headers }));
    }
    counts.requests++;
    counts[kindOf(statusCode)]++;
    const text = asked ? body.replaceAll(asked, '') : body;
    if (text.includes(mark) || strangers.some((id) => text.includes(id)))
      fault(`${request.method} ${request.url} shows something: ${text.slice(0, 200)}`);
    return { statusCode, body: text };
  };
  return { inside, strangers, counts, faults, fault, send };
}

type Sweep = ReturnType<typeof openSweep>;

const withId = (template: Template, id: string): Call => ({
  ...template,
  url: template.url.replaceAll(gap, id),
  ...(typeof template.payload === 'string' && { payload: template.payload.replaceAll(gap, id) }),
});

/** Every id in one gap, by one person: each is answered as an id that nobody has is. */
async function fillGap({ strangers, fault, send }: Sweep, template: Template, role: string, token: string) {
  const nobody = randomUUID();
  const usual = await send(withId(template, nobody), token, nobody);
  const where = `${role}: ${template.operation} in ${template.place}`;
  if (template.place === 'path' && usual.statusCode < 400) fault(`${where} takes an id that nobody has`);
  for (const id of strangers) {
    const found = await send(withId(template, id), token, id);
    if (found.statusCode === usual.statusCode) continue;
    fault(
      `${where}: ${found.statusCode} where an id that nobody has is ${usual.statusCode}; ${found.body.slice(0, 200)}`,
    );
  }
}

const firstIdsIn = (path: string, ids: Map<string, string[]>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids.get(thingOf(name))?.[0] ?? randomUUID());

/** Cursors of every shape that lists use, holding one id. */
const cursorsOf = (id: string) =>
  [[id], [mark, id], [null, id], ['2026-11-23T09:00:00.000Z', id], [1, id], [mark, mark, id]].map((cursor) =>
    Buffer.from(JSON.stringify(cursor)).toString('base64url'),
  );

type Ends = {
  secrets: Map<string, string[]>;
  known: Map<string, string[]>;
  theirToken: string;
  tokens: string[];
};

/** The other partnership's own cursors, and made-up ones with its ids in them. */
async function tryCursors({ inside, strangers, send }: Sweep, { secrets, known, theirToken, tokens }: Ends) {
  const lists = inside.operations.filter(({ inQuery }) => inQuery.some(({ name }) => name === 'cursor'));
  for (const { path } of lists) {
    const page = await inside.app.inject({
      url: `${firstIdsIn(path, secrets)}?limit=1`,
      headers: { authorization: `Bearer ${theirToken}` },
    });
    const next = page.statusCode === 200 ? (page.json() as { next?: string | null }).next : null;
    const cursors = [...(next ? [next] : []), ...strangers.flatMap(cursorsOf)];
    for (const token of tokens)
      for (const cursor of cursors)
        await send(
          { method: 'GET', url: `${firstIdsIn(path, known)}?cursor=${cursor}`, headers: {} },
          token,
          null,
        );
  }
}

/** A token of a person here that names the partnership there. */
async function tryForgedTokens({ inside, fault, counts }: Sweep, forged: readonly string[], id: string) {
  const operations = inside.operations.filter(({ path }) => !path.startsWith('/api/sign-in'));
  for (const token of forged)
    for (const { method, path } of operations) {
      const url = path.replace(/\{\w+\}/g, id);
      const headers = { 'if-match': '"1"' };
      const signed = { ...headers, authorization: `Bearer ${token}` };
      const { statusCode } = await call(inside.app, { method, url, headers: signed });
      counts.requests++;
      if (statusCode === 401) continue;
      // What asks nobody who they are answers everybody alike.
      const { statusCode: unsigned } = await call(inside.app, { method, url, headers });
      if (statusCode !== unsigned) fault(`${method} ${path} answers a forged token with ${statusCode}`);
    }
}

/**
 * Every id of one partnership, tried by every role of another, wherever a request can name one. The answer is the one
 * that an id nobody has is given (404 where the role may call at all), nothing of the other partnership is in it,
 * and nothing there has changed afterwards.
 */
export async function tryStrangeIds() {
  const inside = await openInside();
  const behind = await buildPopulated(inside.database, mark);
  const theirToken = inside.token(behind.people.broker);
  const keep: Call = {
    method: 'POST',
    url: '/api/clusters',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-the-other-partnership' },
    payload: JSON.stringify({ name: `${mark} kept`, kind: 'primary-partnership' }),
  };
  const headers = { ...keep.headers, authorization: `Bearer ${theirToken}` };
  const kept = await call(inside.app, { ...keep, headers });
  if (kept.statusCode !== 201) throw new Error(`not made: ${kept.body}`);
  const secrets = await readIds(inside.owner, behind.partnershipId);
  const sweep = openSweep(inside, [...new Set([...secrets.values()].flat())]);
  const before = await fingerprint(inside.owner, behind.partnershipId);

  const here = await buildPopulated(inside.database, 'Here');
  const known = await readIds(inside.owner, here.partnershipId);
  const own: Ids = (place) => fc.constantFrom(...(known.get(thingOf(place)) ?? [randomUUID()]));
  const templates = inside.operations.flatMap((one) => templatesOf(one, own));
  const roles = Object.entries(here.people);
  for (const [role, person] of roles) {
    for (const template of templates) await fillGap(sweep, template, role, inside.token(person));
    say(`${role}: ${sweep.counts.requests} requests so far`);
  }
  const tokens = roles.map(([, person]) => inside.token(person));
  await tryCursors(sweep, { secrets, known, theirToken, tokens });
  const stranger = { ...keep, payload: keep.payload?.toString().replace(mark, 'Here') ?? '' };
  for (const token of tokens) await sweep.send(stranger, token, null);
  const forged = roles.map(([, person]) => inside.token({ ...person, partnershipId: behind.partnershipId }));
  await tryForgedTokens(sweep, forged, behind.schools[0]?.id ?? '');

  const after = await fingerprint(inside.owner, behind.partnershipId);
  const changed = Object.keys(after).filter((table) => before[table] !== after[table]);
  await inside.close();
  const found = sweep.faults.length + changed.length;
  report({
    name: 'strange-ids: seen, told apart or changed',
    value: found,
    unit: `of ${sweep.counts.requests} requests`,
    bar: '0',
    ok: found === 0 && sweep.counts.notFound > 10_000,
    ids: sweep.strangers.length,
    operations: inside.operations.length,
    roles: roles.length,
    ...sweep.counts,
    changed,
  });
}
