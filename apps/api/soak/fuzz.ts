import fc from 'fast-check';
import { type BuiltPerson, buildSession } from '../test/builders.ts';
import { readIds, thingOf } from './behind-walls.ts';
import { type Ids, inAddress, like, type Operation, spoilt, strange } from './documented.ts';
import { report, say } from './figures.ts';
import { type Call, call, openInside } from './inside.ts';
import { buildPopulated } from './populated.ts';

const requests = Number(process.env.REQUESTS ?? 100_000);
/** What is there is used up as strange requests hit; after so many requests a new partnership takes its place. */
const renewEvery = 1000;

const graphic = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
const oddHeaders = fc.record(
  {
    'if-match': fc.oneof(
      fc.constantFrom('"2"', '*', '""', 'W/"1"', '"-1"', '"99999999999999999999"'),
      graphic,
    ),
    'idempotency-key': fc.oneof(
      fc.nat(50).map((n) => `key-number-${n}-of-fuzz`),
      fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
    ),
    cookie: graphic.map((text) => `lateral-refresh=${text}; __Host-x=1`),
    'content-type': fc.constantFrom(
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data',
      'x',
    ),
  },
  { requiredKeys: [] },
);

type Parts = { places: object; asked: object; body: unknown; headers: object };

/** Puts a request together. */
function assemble({ method, path, body, isFile }: Operation, parts: Parts): Call {
  const places = parts.places as Record<string, unknown>;
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => inAddress(places[name]) || 'x');
  const search = Object.entries(parts.asked).map(([name, value]) => `${name}=${inAddress(value)}`);
  const type = { 'content-type': isFile ? 'application/octet-stream' : 'application/json' };
  const payload = isFile || Buffer.isBuffer(parts.body) ? (parts.body as Buffer) : JSON.stringify(parts.body);
  return {
    method,
    url: search.length > 0 ? `${at}?${search.join('&')}` : at,
    headers: { 'if-match': '"1"', ...(body || isFile ? type : {}), ...parts.headers },
    ...((body || isFile) && { payload }),
  };
}

/** Requests of one operation: two in five as the documentation allows them, the others spoilt in one kind of place. */
function callsOf(operation: Operation, ids: Ids) {
  const { inPath, inQuery, body, isFile } = operation;
  const filled = (from: typeof inPath, fill: typeof like) =>
    Object.fromEntries(from.map(({ name, schema }) => [name, fill(schema, ids, name)]));
  const file = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
  const fine = {
    places: fc.record(filled(inPath, like)),
    asked: fc.record(filled(inQuery, like), { requiredKeys: [] }),
    body: isFile ? file : body ? like(body, ids) : fc.constant(null),
    headers: fc.constant({}),
  };
  const ways: fc.WeightedArbitrary<Parts>[] = [
    { weight: 4, arbitrary: fc.record(fine) },
    { weight: 1, arbitrary: fc.record({ ...fine, headers: oddHeaders }) },
  ];
  if (body) {
    ways.push({ weight: 4, arbitrary: fc.record({ ...fine, body: spoilt(body, ids) }) });
    ways.push({
      weight: 1,
      arbitrary: fc.record({ ...fine, body: strange.map((text) => Buffer.from(text)) }),
    });
  }
  if (inPath.length > 0)
    ways.push({ weight: 1, arbitrary: fc.record({ ...fine, places: fc.record(filled(inPath, spoilt)) }) });
  if (inQuery.length > 0)
    ways.push({
      weight: 3,
      arbitrary: fc.record({ ...fine, asked: fc.record(filled(inQuery, spoilt), { requiredKeys: [] }) }),
    });
  return fc.oneof(...ways).map((parts) => assemble(operation, parts));
}

const operationOf = ({ method, path }: Operation) => `${method} ${path}`;

/** 100,000 requests made from the API's own documentation: allowed, spoilt and senseless, by everybody. None may end in 5xx. */
export async function fuzz() {
  const inside = await openInside();
  let known = new Map<string, string[]>();
  let callers: (BuiltPerson | null)[] = [];
  const renew = async (round: number) => {
    const { partnershipId, people } = await buildPopulated(inside.database, `Fuzz${round}`);
    known = await readIds(inside.owner, partnershipId);
    const broker = Array.from({ length: 12 }, () => people.broker);
    callers = [null, ...Object.values(people), ...broker];
  };
  const pick = (from: readonly string[], n: number) => from[n % from.length] ?? '';
  const ids: Ids = (place) =>
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.nat().map((n) => pick(known.get(thingOf(place)) ?? [...known.values()].flat(), n)),
      },
      { weight: 1, arbitrary: fc.nat().map((n) => pick([...known.values()].flat(), n)) },
      { weight: 1, arbitrary: fc.uuid() },
    );
  const requestsOf = inside.operations.map((one) =>
    callsOf(one, ids).map((made) => ({ ...made, operation: operationOf(one) })),
  );
  const statuses: Record<string, number> = {};
  const succeeded = new Set<string>();
  let count = 0;
  let faults = 0;
  const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);
  await fc.assert(
    fc.asyncProperty(fc.oneof(...requestsOf), fc.nat(), async ({ operation, ...made }, who) => {
      if (count % renewEvery === 0) await renew(count / renewEvery);
      if (count % 10_000 === 0) say(`${count} requests`);
      count++;
      const caller = callers[who % callers.length];
      const headers = {
        ...made.headers,
        ...(caller && { authorization: `Bearer ${inside.token(caller)}` }),
      };
      const { statusCode, body } = await call(inside.app, { ...made, headers });
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
      // They have signed out, or have been: they sign in again.
      if (statusCode === 401 && caller)
        caller.sessionId = await buildSession(inside.database, caller, new Date());
      if (statusCode < 300) succeeded.add(operation);
      if (statusCode < 500) return;
      faults++;
      say(
        `${statusCode} ${made.method} ${made.url} ${String(made.payload ?? '').slice(0, 400)} ${JSON.stringify(made.headers)} ${body.slice(0, 200)}`,
      );
    }),
    { numRuns: requests, seed },
  );
  const never = inside.operations.map(operationOf).filter((name) => !succeeded.has(name));
  await inside.close();
  report({
    name: 'fuzz: answers of 5xx',
    value: faults,
    unit: `of ${count} requests`,
    bar: '0',
    ok: faults === 0 && count >= requests,
    statuses,
    operations: inside.operations.length,
    succeeded: succeeded.size,
    neverSucceeded: never,
    seed,
  });
}
