import { buildPerson, buildSchool } from '../test/builders.ts';
import { askSurely, tokenFor } from './caller.ts';
import { between, report, say, wait } from './figures.ts';
import { buildBroker, openPlace, type Place } from './place.ts';

const schools = 60;
const year = new Date().getFullYear();

/** So many schools, each with a trained head and deputy, in a season whose draft gives each a day and three of them. */
async function buildDraft(place: Place, partnershipId: string) {
  const owner = await place.look();
  const built: { id: string; head: string; deputy: string }[] = [];
  for (let i = 0; i < schools; i++) {
    const { id } = await buildSchool(place.database, partnershipId);
    const trained = { trainedOn: `${year - 1}-06-01`, canLead: true };
    const head = await buildPerson(place.database, partnershipId, 'headteacher', id, trained);
    const deputy = await buildPerson(place.database, partnershipId, 'deputy', id, trained);
    built.push({ id, head: head.personId, deputy: deputy.personId });
  }
  const seasonId = crypto.randomUUID();
  await owner.query(
    `insert into memberships (partnership_id, school_id, from_day) select $1, id, '2020-09-01' from schools where partnership_id = $1`,
    [partnershipId],
  );
  await owner.query(`insert into terms values ($1, $2, 'Year', $3, $4)`, [
    partnershipId,
    year + 1,
    `${year + 1}-09-01`,
    `${year + 2}-07-20`,
  ]);
  await owner.query(
    `insert into seasons (partnership_id, id, year, window_start, window_end, planned_at) values ($1, $2, $3, $4, $5, now())`,
    [partnershipId, seasonId, year + 1, `${year + 1}-09-21`, `${year + 2}-07-20`],
  );
  await owner.end();
  return { seasonId, built };
}

type Draft = Awaited<ReturnType<typeof buildDraft>>;

/** Another draft each time: every review on another day, and with another third reviewer. */
async function redraft(place: Place, partnershipId: string, { seasonId, built }: Draft, round: number) {
  const owner = await place.look();
  const at = (i: number) => built[i % built.length] as (typeof built)[number];
  const rows = built.map(({ id }, i) => {
    const day = new Date(
      Date.UTC(year + 1, 8, 21) + ((i % 30) * 7 + ((round + Math.floor(i / 30)) % 5)) * 86_400_000,
    );
    const team = [at(i + 1).head, at(i + 2).deputy, at(i + 3 + (round % 3)).deputy];
    return { school: id, day: day.toISOString().slice(0, 10), lead: team[0], team };
  });
  const all = JSON.stringify(rows);
  await owner.query('begin');
  await owner.query('delete from reviews where season_id = $1', [seasonId]);
  await owner.query(
    `insert into reviews (partnership_id, season_id, school_id, day, lead_id)
     select $1, $2, school, day, lead from jsonb_to_recordset($3) as t(school uuid, day date, lead uuid)`,
    [partnershipId, seasonId, all],
  );
  await owner.query(
    `insert into review_seats select $1, $2, school, (jsonb_array_elements_text(team))::uuid, day
     from jsonb_to_recordset($3) as t(school uuid, day date, team jsonb)`,
    [partnershipId, seasonId, all],
  );
  const { rows: found } = await owner.query<{ version: number }>(
    'update seasons set draft_version = draft_version + 1 where id = $1 returning draft_version as version',
    [seasonId],
  );
  await owner.query('commit');
  await owner.end();
  return found[0]?.version ?? 0;
}

/**
 * Kills the API and the worker while drafts are published one after another, most often between publishing and mailing.
 * Afterwards everybody's calendar, as the mails make it, is exactly what is published: nobody was told twice, nobody never.
 */
export async function killPublishing(times = 20) {
  const place = await openPlace();
  const broker = await buildBroker(place);
  const { partnershipId } = broker;
  const token = tokenFor(broker, place.secret);
  const draft = await buildDraft(place, partnershipId);
  let api = await place.startApi();
  let worker = place.startWorker();
  for (let i = 1; i <= times; i++) {
    const draftVersion = await redraft(place, partnershipId, draft, i);
    const call = {
      method: 'POST',
      path: `/api/seasons/${draft.seasonId}/publish`,
      body: { draftVersion },
      headers: {},
    };
    const killing = (async () => {
      await wait(between(0, 250));
      if (i % 2 === 0) {
        await api.kill('SIGKILL');
        api = await place.startApi(api.port);
      }
      await wait(between(0, 400));
      await worker.kill('SIGKILL');
      worker = place.startWorker();
    })();
    let answer = await askSurely(() => api.url, token, call, `publish-${i}`);
    while (answer.status === 0) answer = await askSurely(() => api.url, token, call, `publish-${i}`);
    if (answer.status !== 200)
      throw new Error(`publish ${i}: ${answer.status} ${JSON.stringify(answer.body)}`);
    await killing;
    await noneLeft(place, 'select count(*)::int as n from invitations where mailed_at is null');
    if (i % 5 === 0) say(`${i} publications, ${i} workers and ${Math.floor(i / 2)} servers killed`);
  }
  await noneLeft(place, 'select count(*)::int as n from mails where sent_at is null');
  const { twice, never, mails } = await compare(place, partnershipId, draft.seasonId);
  await place.close();
  const more = { kills: times + Math.floor(times / 2), reviews: schools, mails };
  report({
    name: 'publish-killed: told twice',
    value: twice,
    unit: 'mails',
    bar: '0',
    ok: twice === 0,
    ...more,
  });
  report({
    name: 'publish-killed: never told, or told wrong',
    value: never,
    unit: 'people and reviews',
    bar: '0',
    ok: never === 0 && mails > schools * 4,
  });
}

/** Waits until nothing of a kind is left: a worker that was killed is followed by another within minutes. */
async function noneLeft(place: Place, count: string) {
  const owner = await place.look();
  for (const end = Date.now() + 240_000; Date.now() < end; await wait(100)) {
    const { rows } = await owner.query<{ n: number }>(count);
    if (rows[0]?.n === 0) break;
  }
  await owner.end();
}

/** Reads every mail that was sent: each sequence of each entry once, and the last word of each is what is published. */
async function compare(place: Place, partnershipId: string, seasonId: string) {
  const owner = await place.look();
  const { rows: mails } = await owner.query<{ calendar: string }>(
    'select calendar from mails where partnership_id = $1 and calendar is not null and sent_at is not null order by created_at',
    [partnershipId],
  );
  const { rows: wanted } = await owner.query<{ uid: string; day: string }>(
    `select 'review-' || b.season_id || '-' || b.school_id || '.' || w.person_id || '@lateral' as uid, to_char(b.day, 'YYYYMMDD') as day
     from bookings b cross join lateral (
       select person_id from booked_seats t where (t.season_id, t.school_id) = (b.season_id, b.school_id)
       union select person_id from roles r where r.school_id = b.school_id and r.role = 'headteacher') w
     where b.season_id = $1 and b.state = 'booked'`,
    [seasonId],
  );
  await owner.end();
  const heard = new Set<string>();
  const last = new Map<string, { sequence: number; day: string | null }>();
  let twice = 0;
  for (const { calendar } of mails) {
    const text = calendar.replace(/\r\n[ \t]/g, '');
    const of = (name: string) => new RegExp(`^${name}[^:]*:(.*)\\r?$`, 'm').exec(text)?.[1] ?? '';
    const [uid, sequence] = [of('UID'), Number(of('SEQUENCE'))];
    if (heard.has(`${uid} ${sequence}`)) twice++;
    heard.add(`${uid} ${sequence}`);
    const before = last.get(uid);
    if (!before || before.sequence < sequence)
      last.set(uid, { sequence, day: of('METHOD') === 'CANCEL' ? null : of('DTSTART') });
  }
  const is = new Map(wanted.map(({ uid, day }) => [uid, day]));
  const wrong = wanted.filter(({ uid, day }) => last.get(uid)?.day !== day).length;
  const stale = [...last].filter(([uid, { day }]) => day !== null && !is.has(uid)).length;
  return { twice, never: wrong + stale, mails: mails.length };
}
