import pg from 'pg';
import { runCommand } from '../apps/api/src/commands/command.ts';
import { makeFirstLink } from '../apps/api/src/flows/create-partnership.ts';
import { keepLedger } from '../apps/api/src/ledger/keep-ledger.ts';
import { buildPartnership, buildPerson, buildSchool } from '../apps/api/test/builders.ts';
import type { Database } from '../packages/db/src/client.ts';

/** What the journey of a season finds, and lets happen outside the browser: 24 schools, the others' answers, and time. */
const trees =
  'Alder Ash Aspen Beech Birch Box Cedar Cherry Elder Elm Fir Hawthorn Hazel Holly Hornbeam Juniper Larch Lime Maple Oak Pine Poplar Rowan Willow';
const name = 'Season of 24';
const [, , what = '', ...words] = process.argv;
const year = Number(words[0]);
const ours = `(select id from partnerships where name = '${name}')`;

await runCommand(async () => async ({ database, env, ownerUrl }) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    if (what === 'build') console.log(await build(database, owner, env.publicUrl));
    if (what === 'offer') await offerForOthers(owner);
    if (what === 'accept') await acceptForOthers(owner, words);
    if (what === 'tell') console.log(JSON.stringify(await tellReviews(owner)));
    if (what === 'ledger') console.log(JSON.stringify(await tellLedger(owner)));
    if (what === 'pass') await keepLedger(database, new Date(`${year + 1}-08-30T09:00:00Z`));
  } finally {
    await owner.end();
  }
});

/** 24 primary schools in one cluster, each with a trained head and deputy, and the terms of the year. @returns the broker's link */
async function build(database: Database, owner: pg.Client, publicUrl: string): Promise<string> {
  const { id: partnershipId } = await buildPartnership(database, { name });
  const broker = await buildPerson(database, partnershipId, 'broker', null, { email: 'broker@24.example' });
  const trained = { trainedOn: `${year - 1}-06-01`, canLead: true };
  for (const [i, tree] of trees.split(' ').entries()) {
    const place = { easting: 390_000 + 1500 * (i % 6), northing: 210_000 + 1500 * Math.floor(i / 6) };
    const { id } = await buildSchool(database, partnershipId, { name: `${tree} Primary School`, ...place });
    const at = `${tree.toLowerCase()}.example`;
    await buildPerson(database, partnershipId, 'headteacher', id, { ...trained, email: `head@${at}` });
    await buildPerson(database, partnershipId, 'deputy', id, { ...trained, email: `deputy@${at}` });
  }
  const terms = [
    ['Autumn', `${year}-09-02`, `${year}-12-17`],
    ['Spring', `${year + 1}-01-05`, `${year + 1}-03-26`],
    ['Summer', `${year + 1}-04-13`, `${year + 1}-07-20`],
  ];
  for (const term of terms)
    await owner.query('insert into terms values ($1, $2, $3, $4, $5)', [partnershipId, year, ...term]);
  await owner.query('insert into calendar_years values ($1, $2, 1)', [partnershipId, year]);
  await owner.query(
    `insert into memberships (partnership_id, school_id, from_day) select partnership_id, id, '2020-09-01' from schools where partnership_id = $1`,
    [partnershipId],
  );
  await owner.query(
    `with c as (insert into clusters (partnership_id, name, kind) values ($1, 'Trees', 'primary-partnership') returning id)
     insert into cluster_schools (partnership_id, cluster_id, school_id) select $1, c.id, s.id from c, schools s where s.partnership_id = $1`,
    [partnershipId],
  );
  await nameEverybody(owner, partnershipId);
  return makeFirstLink(database, broker.personId, publicUrl, new Date());
}

/** Invented names, for the pictures in the guides. */
async function nameEverybody(owner: pg.Client, partnershipId: string) {
  const first = 'Ada Ben Cleo Dev Ena Finn Gwen Hugo Iris Jack Kit Lena Musa Nia Omar Priya'.split(' ');
  const last = 'Marsh Field Brook Stone Wood Hill Lake Moor Vale Dale Heath Shore Ridge'.split(' ');
  await owner.query(
    `update people p set first_name = ($2::text[])[1 + n % 16], last_name = ($3::text[])[1 + n % 13]
     from (select person_id, (row_number() over (order by email))::int as n from people where partnership_id = $1) as numbered
     where p.partnership_id = $1 and p.person_id = numbered.person_id`,
    [partnershipId, first, last],
  );
}

/** Every other school offers what it owes, as the one did on its phone. */
async function offerForOthers(owner: pg.Client) {
  await owner.query(
    `insert into offers (partnership_id, season_id, school_id, preferred, avoided, focus, sent_at, sent_by, version)
     select s.partnership_id, o.season_id, s.id, '{}', '{}', '{}', now(), o.sent_by, 1 from schools s
     join offers o on o.partnership_id = s.partnership_id where s.partnership_id = ${ours} on conflict do nothing`,
  );
  await owner.query(
    `insert into offered_leaders (partnership_id, season_id, school_id, person_id, capacity, half_days, expertise)
     select r.partnership_id, o.season_id, r.school_id, r.person_id, case r.role when 'headteacher' then 'head' else 'deputy' end, 3, '{}'
     from roles r join offers o on (o.partnership_id, o.school_id) = (r.partnership_id, r.school_id)
     where r.partnership_id = ${ours} and r.role in ('headteacher', 'deputy') on conflict do nothing`,
  );
}

/** All but some people say yes to whatever they have been asked. @param except their addresses */
async function acceptForOthers(owner: pg.Client, except: readonly string[]) {
  await owner.query(
    `update booked_seats b set state = 'accepted', answered_at = now() from people p
     where (p.partnership_id, p.person_id) = (b.partnership_id, b.person_id) and b.partnership_id = ${ours}
       and b.state = 'asked' and p.email <> all ($1)`,
    [except],
  );
}

/** Every published review as it stands, in the order of their days, with the addresses of its team, the lead first. */
async function tellReviews(owner: pg.Client) {
  const { rows } = await owner.query(
    `select b.school_id as "schoolId", s.name, b.day::text, b.state,
       (select json_agg(json_build_object('email', p.email, 'state', t.state) order by p.person_id <> b.lead_id, p.email)
        from booked_seats t join people p on (p.partnership_id, p.person_id) = (t.partnership_id, t.person_id)
        where (t.season_id, t.school_id) = (b.season_id, b.school_id)) as team,
       (select json_agg(p.email) from seat_asks a join people p on (p.partnership_id, p.person_id) = (a.partnership_id, a.person_id)
        where (a.season_id, a.school_id) = (b.season_id, b.school_id) and a.state = 'open') as asked
     from bookings b join schools s on (s.partnership_id, s.id) = (b.partnership_id, b.school_id)
     where b.partnership_id = ${ours} order by b.day, s.name`,
  );
  return rows;
}

/** What the ledger comes to, in half-days, by kind and capacity. */
async function tellLedger(owner: pg.Client) {
  const { rows } = await owner.query(
    `select kind, capacity, sum(half_days)::int as "halfDays" from ledger_entries where partnership_id = ${ours}
     group by kind, capacity order by kind, capacity`,
  );
  return rows;
}
