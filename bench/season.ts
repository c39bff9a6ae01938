import { buildApp } from '../apps/api/src/app.ts';
import { type BuiltPerson, buildPartnership, buildPerson, buildSchool } from '../apps/api/test/builders.ts';
import { type Figure, interleave, timed } from './measure.ts';
import { openBench, type Place, tokenOf } from './place.ts';

const times = Number(process.env.TIMES ?? 9);
const publishBar = 3;
const growth = 10;

/** The figures of this file, in the order in which they are measured. */
export const names = ['season-publish', 'season-who-fits'];

/**
 * Publishing 300 reviews through the API against bare inserts of the same rows in one transaction: reviews, seats, what
 * each of the people is to be told, their news under the bell, and what happened. And who fits an empty seat, asked
 * through the API: how much longer it takes among 6,000 leaders than among 600.
 */
export async function* figures(isAsked: (name: string) => boolean): AsyncGenerator<Figure> {
  await using place = await openBench();
  const app = await buildApp({ database: place.database, secret: place.secret });
  try {
    if (isAsked('season-publish')) yield await publishing(place, app);
    if (isAsked('season-who-fits')) yield await fitting(place, app);
  } finally {
    await app.close();
  }
}

type App = Awaited<ReturnType<typeof buildApp>>;
type Site = Awaited<ReturnType<typeof buildSite>>;

/** So many member schools in one cluster, each with a trained head and deputy, and a draft in which each is reviewed. */
export async function buildSite({ database, owner }: Pick<Place, 'database' | 'owner'>, schools: number) {
  const { id: partnershipId } = await buildPartnership(database);
  const broker = await buildPerson(database, partnershipId, 'broker');
  const trained = { trainedOn: '2026-06-01', canLead: true };
  const built: { id: string; head: BuiltPerson; deputy: BuiltPerson }[] = [];
  for (let i = 0; i < schools; i++) {
    const place = { easting: 390_000 + 500 * (i % 60), northing: 200_000 + 500 * Math.floor(i / 60) };
    const { id } = await buildSchool(database, partnershipId, place);
    const head = await buildPerson(database, partnershipId, 'headteacher', id, trained);
    const deputy = await buildPerson(database, partnershipId, 'deputy', id, trained);
    built.push({ id, head, deputy });
  }
  const seasonId = crypto.randomUUID();
  const run = (text: string, values: unknown[]) => owner.query(text, values);
  await run(
    `insert into memberships (partnership_id, school_id, from_day) select $1, id, '2026-09-01' from schools where partnership_id = $1`,
    [partnershipId],
  );
  await run(`insert into terms values ($1, 2026, 'Year', '2026-09-01', '2027-07-20')`, [partnershipId]);
  await run(
    `insert into seasons (partnership_id, id, year, window_start, window_end, planned_at, instance)
     values ($1, $2, 2026, '2026-09-21', '2027-07-20', now(), '{"name":"season-2026","schools":[],"leaders":[]}')`,
    [partnershipId, seasonId],
  );
  const reviews = draftOf(built);
  await run(
    `insert into reviews (partnership_id, season_id, school_id, day, lead_id)
     select $1, $2, school, day, lead from jsonb_to_recordset($3) as t(school uuid, day date, lead uuid)`,
    [partnershipId, seasonId, JSON.stringify(reviews)],
  );
  await run(
    `insert into review_seats select $1, $2, school, (jsonb_array_elements_text(team))::uuid, day
     from jsonb_to_recordset($3) as t(school uuid, day date, team jsonb)`,
    [partnershipId, seasonId, JSON.stringify(reviews)],
  );
  await owner.query('vacuum analyze');
  return { partnershipId, seasonId, broker, built, reviews };
}

/** Each school on a weekday of the season, by the head of the next school and the deputies of the two after it. */
function draftOf(built: readonly { id: string; head: BuiltPerson; deputy: BuiltPerson }[]) {
  const at = (i: number) => built[i % built.length] as (typeof built)[number];
  const day = (i: number) => {
    const week = i % 40;
    const date = new Date(Date.UTC(2026, 8, 21) + (week * 7 + (Math.floor(i / 40) % 5)) * 86_400_000);
    return date.toISOString().slice(0, 10);
  };
  return built.map(({ id }, i) => {
    const team = [at(i + 1).head.personId, at(i + 2).deputy.personId, at(i + 3).deputy.personId];
    return { school: id, day: day(i), lead: team[0], team };
  });
}

const now = new Date('2026-09-10T09:00:00Z');

async function call(
  app: App,
  place: Place,
  site: Site,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
) {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { authorization: `Bearer ${tokenOf(place, site.broker)}` },
    ...(payload && { payload }),
  });
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json();
}

const published = [
  'invitations',
  'seat_asks',
  'booked_seats',
  'bookings',
  'events',
  'notifications',
] as const;

async function publishing(place: Place, app: App): Promise<Figure> {
  const { owner, database } = place;
  const site = await buildSite(place, 300);
  const { seasonId, partnershipId } = site;
  app.now = () => now;
  const clear = async () => {
    await owner.query(`truncate ${published.join(', ')} cascade`);
    await owner.query('delete from graphile_worker._private_jobs');
    await owner.query('update seasons set published_at = null');
  };
  const publish = () =>
    timed(() => call(app, place, site, 'POST', `/seasons/${seasonId}/publish`, { draftVersion: 0 }));
  await clear();
  await publish();
  const rows = await countRows(place);
  const kept = await keepRows(place);
  const insert = () =>
    timed(() =>
      database.withPartnership(partnershipId, async (db) => {
        for (const statement of kept) await db.execute(statement);
        await db.execute(
          `select wake_worker('send-invitations', '${JSON.stringify({ partnershipId })}'::json)`,
        );
      }),
    );
  const checked = (work: () => Promise<number>) => async () => {
    await clear();
    const ms = await work();
    const found = await countRows(place);
    if (JSON.stringify(found) !== JSON.stringify(rows))
      throw new Error(`not the same rows: ${JSON.stringify(found)}`);
    return ms;
  };
  const { ours, theirs } = await interleave(times, checked(publish), checked(insert));
  const value = ours / theirs;
  return {
    name: 'season-publish',
    value,
    unit: '× the bare inserts of the same rows',
    bar: publishBar,
    ok: value <= publishBar,
    ours: `${Math.round(ours)} ms`,
    bare: `${Math.round(theirs)} ms`,
    ...rows,
  };
}

async function countRows({ owner }: Place) {
  const counts: Record<string, number> = {};
  for (const table of published) {
    const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}

/** The rows that were written, as one insert for each table, in the order that their keys ask for. */
async function keepRows({ owner }: Place): Promise<string[]> {
  const statements: string[] = [];
  for (const table of ['bookings', 'booked_seats', 'invitations', 'notifications', 'events']) {
    const without = table === 'events' || table === 'notifications' ? ['id'] : [];
    const { rows: columns } = await owner.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position',
      [table],
    );
    const names = columns.map(({ name }) => name).filter((name) => !without.includes(name));
    const { rows } = await owner.query<{ all: string }>(
      `select string_agg(format('(${names.map(() => '%L').join(', ')})', ${names.join(', ')}), ', ') as all from ${table}`,
    );
    statements.push(`insert into ${table} (${names.join(', ')}) values ${rows[0]?.all}`);
  }
  return statements;
}

async function fitting(place: Place, app: App): Promise<Figure> {
  app.now = () => now;
  const ask = async (site: Site) => {
    const { owner } = place;
    const { seasonId, partnershipId, reviews } = site;
    const [{ school, team }] = reviews as [(typeof reviews)[number]];
    await call(app, place, site, 'POST', `/seasons/${seasonId}/publish`, { draftVersion: 0 });
    await owner.query(
      `update booked_seats set state = 'declined', reason = 'away', answered_at = now() where school_id = $1 and person_id = $2`,
      [school, team[2]],
    );
    await owner.query(`delete from review_seats where school_id = $1 and person_id = $2`, [school, team[2]]);
    const found = () =>
      call(app, place, site, 'GET', `/seasons/${seasonId}/reviews/${school}/substitutes?limit=10`);
    const { fits, excluded } = await found();
    const all = site.built.length * 2 - 2;
    if (fits.total < 5 || fits.total + excluded.total !== all) throw new Error(`${fits.total} of ${all} fit`);
    return { ask: () => timed(found), fits: fits.total as number, partnershipId };
  };
  const small = await ask(await buildSite(place, 300));
  const large = await ask(await buildSite(place, 3000));
  const { ours, theirs } = await interleave(times, large.ask, small.ask);
  const value = ours / theirs;
  return {
    name: 'season-who-fits',
    value,
    unit: '× the time, for 10 × the leaders',
    bar: growth,
    ok: value <= growth,
    leaders600: `${Math.round(theirs)} ms`,
    leaders6000: `${Math.round(ours)} ms`,
    fits600: small.fits,
    fits6000: large.fits,
  };
}
