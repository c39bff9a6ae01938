import Fastify from 'fastify';
import pg from 'pg';

// The least that can answer the same question: one Fastify handler, one pool, the same three statements, no guard,
// no row-level security, no check of what comes in or goes out. `partnership_id` stands where a policy would.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const partnershipId = process.env.PARTNERSHIP_ID;

const isAsked = `s.partnership_id = $1 and s.absorbed_by is null and s.counted and s.is_open and $2 = any(s.phases)`;
const page = {
  name: 'page',
  text: `select s.id, s.urn, s.name, s.is_open, s.phases, s.type_name, s.town, s.postcode, s.pupils, s.trust, s.federation,
    s.settlement, s.counted, (select from_day::text from memberships m where m.partnership_id = s.partnership_id
    and m.school_id = s.id and m.to_day is null) as member_since, lower(s.name) as sort_key
    from schools s where ${isAsked} order by lower(s.name), s.id limit $3`,
};
const clusters = {
  name: 'clusters',
  text: `select cs.school_id, c.id, c.name, c.kind from cluster_schools cs
    join clusters c on c.partnership_id = cs.partnership_id and c.id = cs.cluster_id
    where cs.partnership_id = $1 and cs.school_id = any($2) order by c.kind, c.name`,
};
const count = { name: 'count', text: `select count(*)::int as n from schools s where ${isAsked}` };

const app = Fastify();
app.get('/api/schools', async (request) => {
  const { phase } = request.query as { phase: string };
  const { rows } = await pool.query({ ...page, values: [partnershipId, phase, 51] });
  const ids = rows.map(({ id }) => id);
  const found = await pool.query({ ...clusters, values: [partnershipId, ids] });
  const total = await pool.query({ ...count, values: [partnershipId, phase] });
  const bySchool = Map.groupBy(found.rows, ({ school_id }) => school_id);
  const items = rows.slice(0, 50).map((row) => ({ ...row, clusters: bySchool.get(row.id) ?? [] }));
  return { items, total: total.rows[0].n, next: ids.length > 50 ? ids[49] : null };
});
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
