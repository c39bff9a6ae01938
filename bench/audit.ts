import pg from 'pg';
import { buildApp } from '../apps/api/src/app.ts';
import { chainEvents } from '../apps/api/src/history/chain-events.ts';
import { buildPartnership, buildPerson, buildSchool, buildSession } from '../apps/api/test/builders.ts';
import { type Figure, interleave, timed } from './measure.ts';
import { openBench, type Place, tokenOf } from './place.ts';

const times = Number(process.env.TIMES ?? 9);
const writes = 1000;
const atOnce = 8;
const leastShare = 0.7;

/** The figures of this file, in the order in which they are measured. */
export const names = ['audit-writes', 'audit-writes-and-chain'];

/**
 * A school's details changed 1,000 times through the API (one process, eight at once), with their audit rows and
 * without: for the second, the statement that inserts the row never leaves the process, and nothing else differs.
 * `audit-writes-and-chain` adds to the first the time in which the worker then chains those rows, as if nothing ran beside.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  await using place = await openBench();
  await using site = await openSite(place);
  const chaining: number[] = [];
  const withAudit = async () => {
    const wrote = await timed(() => site.write(true));
    const rows = await site.countUnchained();
    if (rows !== writes) throw new Error(`${rows} audit rows for ${writes} writes`);
    chaining.push(wrote + (await timed(() => chainEvents(place.database))));
    return wrote;
  };
  const without = async () => {
    const wrote = await timed(() => site.write(false));
    const rows = await site.countUnchained();
    if (rows !== 0) throw new Error(`${rows} audit rows where none were to be`);
    return wrote;
  };
  await withAudit();
  await without();
  chaining.length = 0;
  const result = await interleave(times, withAudit, without);
  const whole = chaining.toSorted((a, b) => a - b)[Math.floor(chaining.length / 2)] ?? 0;
  const rate = (ms: number) => `${Math.round((writes * 1000) / ms)}/s`;
  for (const [name, ms] of [
    ['audit-writes', result.ours],
    ['audit-writes-and-chain', whole],
  ] as const) {
    const share = result.theirs / ms;
    if (isAsked(name))
      yield {
        name,
        value: share,
        unit: 'of the writes without audit',
        bar: leastShare,
        ok: share >= leastShare,
        ours: rate(ms),
        without: rate(result.theirs),
      };
  }
}

async function openSite(place: Place) {
  const { database, secret, owner } = place;
  const app = await buildApp({ database, secret });
  const { id } = await buildPartnership(database);
  const schools: Awaited<ReturnType<typeof buildSchool>>[] = [];
  for (let i = 0; i < writes / 20; i++) schools.push(await buildSchool(database, id));
  const broker = await buildPerson(database, id, 'broker');
  const token = tokenOf(place, { ...broker, sessionId: await buildSession(database, broker) });
  const versions = new Map(schools.map((school) => [school.id, 0]));
  let n = 0;
  /** Each worker has schools of its own, so that no write waits for another's lock. */
  const worker = async (mine: typeof schools) => {
    for (let i = 0; i < writes / atOnce; i++) {
      const school = mine[i % mine.length];
      if (!school) continue;
      const version = versions.get(school.id) ?? 0;
      const { statusCode, body } = await app.inject({
        method: 'PUT',
        url: `/api/schools/${school.id}/details`,
        headers: { authorization: `Bearer ${token}`, 'if-match': `"${version}"` },
        payload: {
          email: null,
          phone: `01452 ${100_000 + n++}`,
          website: null,
          askFor: null,
          arrival: null,
          access: null,
        },
      });
      if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
      versions.set(school.id, version + 1);
    }
  };
  return {
    async write(isAudited: boolean) {
      using _ = isAudited ? null : withoutAuditRows();
      await Promise.all(
        Array.from({ length: atOnce }, (_each, w) =>
          worker(schools.filter((_school, i) => i % atOnce === w)),
        ),
      );
    },
    async countUnchained() {
      const { rows } = await owner.query<{ n: number }>(
        'select count(*)::int as n from events where seq is null',
      );
      return rows[0]?.n ?? 0;
    },
    async [Symbol.asyncDispose]() {
      await app.close();
    },
  };
}

/** Until it is disposed of, statements that insert audit rows are answered here and go nowhere. */
function withoutAuditRows(): Disposable {
  const client = pg.Client.prototype;
  const { query } = client;
  const isAuditRow = (asked: unknown) =>
    (asked as { text?: string }).text?.startsWith('insert into "events"');
  client.query = function (this: pg.Client, ...asked: unknown[]) {
    if (isAuditRow(asked[0])) return Promise.resolve({ rows: [], rowCount: 1, fields: [] });
    return Reflect.apply(query, this, asked);
  } as typeof query;
  return {
    [Symbol.dispose]() {
      client.query = query;
    },
  };
}
