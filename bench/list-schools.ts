import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type pg from 'pg';
import { buildPartnership, buildPerson, buildSession } from '../apps/api/test/builders.ts';
import { type Figure, interleave, median } from './measure.ts';
import { openBench, tokenOf } from './place.ts';

const times = Number(process.env.TIMES ?? 9);
const seconds = 4;
const connections = 16;
const schools = 22_000;
const leastShare = 0.4;
const mostTimesP99 = 3;

/** The figures of this file, in the order in which they are measured. */
export const names = [
  'list-schools-county',
  'list-schools-county-p99',
  'list-schools-one-partnership',
  'list-schools-one-partnership-p99',
];

/**
 * `GET /api/schools?phase=primary`, first page of 50, signed in, behind the guard and row-level security, against a
 * bare Fastify handler with the same three statements on one pool of `pg` (bare-server.ts). 22,000 schools stand in
 * the database: of 25 counties, of which one is asked for, and then all of one partnership. One process each, 16
 * connections, four seconds a run, taking turns.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  if (isAsked(names[0] ?? '') || isAsked(names[1] ?? '')) yield* measure('county', 25, isAsked);
  if (isAsked(names[2] ?? '') || isAsked(names[3] ?? '')) yield* measure('one-partnership', 1, isAsked);
}

async function* measure(name: string, partnerships: number, isAsked: (name: string) => boolean) {
  await using place = await openBench();
  const ids: string[] = [];
  for (let i = 0; i < partnerships; i++) ids.push((await buildPartnership(place.database)).id);
  for (const id of ids) await fillPartnership(place.owner, id, schools / partnerships);
  await place.owner.query('vacuum analyze');
  const partnershipId = ids[Math.floor(ids.length / 2)] ?? '';
  const broker = await buildPerson(place.database, partnershipId, 'broker');
  const sessionId = await buildSession(place.database, broker);
  const token = tokenOf(place, { ...broker, sessionId });
  const ours = await startServer(['scripts/run.mjs', 'api'], {
    ...place.env,
    MIGRATE: 'no',
    LOG_LEVEL: 'silent',
  });
  const bare = await startServer(['bench/bare-server.ts'], {
    DATABASE_URL: place.ownerUrl,
    PARTNERSHIP_ID: partnershipId,
  });
  const headers = { authorization: `Bearer ${token}` };
  const path = '/api/schools?phase=primary';
  try {
    await expectSame(`${ours.url}${path}`, `${bare.url}${path}`, headers);
    const p99 = { ours: [] as number[], bare: [] as number[] };
    const run = (url: string, kept: number[]) => async () => {
      const result = await autocannon({ url: `${url}${path}`, connections, duration: seconds, headers });
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${url} failed ${result.non2xx + result.errors} times`);
      kept.push(result.latency.p99);
      return result.requests.average;
    };
    // Statements are prepared and code is warm before anything is counted.
    for (const { url } of [ours, bare]) await run(url, [])();
    const result = await interleave(times, run(ours.url, p99.ours), run(bare.url, p99.bare));
    const share = result.ours / result.theirs;
    const rates = { ours: `${Math.round(result.ours)}/s`, bare: `${Math.round(result.theirs)}/s` };
    const figure = `list-schools-${name}`;
    if (isAsked(figure))
      yield {
        name: figure,
        value: share,
        unit: "of the bare handler's throughput",
        bar: leastShare,
        ok: share >= leastShare,
        ...rates,
      };
    const [slow, slowBare] = [median(p99.ours), median(p99.bare)];
    const ratio = slow / slowBare;
    if (isAsked(`${figure}-p99`))
      yield {
        name: `${figure}-p99`,
        value: ratio,
        unit: "times the bare handler's",
        bar: mostTimesP99,
        ok: ratio <= mostTimesP99,
        ours: `${slow} ms`,
        bare: `${slowBare} ms`,
      };
  } finally {
    await ours.stop();
    await bare.stop();
  }
}

/** Schools with names, phases, memberships and clusters, as many as asked for. */
async function fillPartnership(owner: pg.Client, partnershipId: string, howMany: number) {
  await owner.query(
    `insert into schools (partnership_id, id, urn, name, is_open, phases, type_name, town, postcode, easting, northing, pupils, settlement, counted)
     select $1, gen_random_uuid(), 100000 + n, (array['St Mary''s','Oak','Hill','River','Meadow','Church','Park','Mill'])[1 + n % 8] || ' ' ||
       (array['Primary','Infant','Junior','Academy','High'])[1 + n % 5] || ' School ' || n, n % 20 > 0,
       case when n % 5 = 4 then '{secondary}'::text[] when n % 50 = 0 then '{special}' else '{primary}' end, 'Community school',
       'Town ' || n % 300, 'GL1 ' || n % 10 || 'AA', 380000 + n % 40000, 200000 + n % 30000, 50 + n % 900,
       case when n % 10 = 3 then 'unsettled' else 'by-type' end, n % 10 <> 3
     from generate_series(1, $2::int) n`,
    [partnershipId, howMany],
  );
  await owner.query(
    `insert into memberships (partnership_id, school_id, from_day) select partnership_id, id, '2026-09-01' from schools where partnership_id = $1 and urn % 3 > 0`,
    [partnershipId],
  );
  await owner.query(
    `insert into clusters (partnership_id, id, name, kind) select $1, gen_random_uuid(), 'Cluster ' || n, 'primary-partnership' from generate_series(1, 30) n`,
    [partnershipId],
  );
  await owner.query(
    `insert into cluster_schools (partnership_id, cluster_id, school_id)
     select s.partnership_id, c.id, s.id from schools s
     join (select id, row_number() over (order by name) as n from clusters where partnership_id = $1) c on c.n = 1 + s.urn % 30
     where s.partnership_id = $1`,
    [partnershipId],
  );
}

type Row = { id: string; clusters: { id: string }[] };

/** Both give the same schools, in the same order, with the same clusters: else there is nothing to compare. */
async function expectSame(ours: string, bare: string, headers: Record<string, string>) {
  const [a, b] = await Promise.all(
    [ours, bare].map(
      async (url) => (await fetch(url, { headers })).json() as Promise<{ items: Row[]; total: number }>,
    ),
  );
  const shape = (list?: { items: Row[]; total: number }) =>
    JSON.stringify([list?.total, list?.items.map(({ id, clusters }) => [id, clusters.map((one) => one.id)])]);
  if (a?.items.length !== 50 || shape(a) !== shape(b)) throw new Error('the two do not answer the same');
}

async function startServer(args: string[], env: Record<string, string>) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...env, PORT: String(port), PUBLIC_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const isUp = () =>
    fetch(`${url}/api/schools`).then(
      () => true,
      () => false,
    );
  for (const end = Date.now() + 30_000; !(await isUp()); await new Promise((r) => setTimeout(r, 50)))
    if (Date.now() > end) throw new Error(`${args.join(' ')} did not start`);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
