import pg from 'pg';
import { holdReminders } from '../apps/api/src/reminders/hold-reminders.ts';
import { sendReminders } from '../apps/api/src/reminders/send-reminders.ts';
import { buildPartnership, buildPerson, buildSchool } from '../apps/api/test/builders.ts';
import { buildVersion } from '../apps/api/test/memberships.ts';
import { type Figure, interleave, timed } from './measure.ts';
import { openBench, type Place } from './place.ts';

const times = Number(process.env.TIMES ?? 9);
const howMany = 300;
const most = 3;
const now = new Date('2026-11-24T09:00:00Z');

/** The figures of this file, in the order in which they are measured. */
export const names = ['invite-300'];

/**
 * 300 schools invited in one action, from the broker's "Send" to the outbox: judged, held, judged again, worded, posted,
 * recorded and told. Against the bare inserts of the same rows (one batch; reminders, events, notifications and mails for
 * 300 schools), one statement for each table, in one transaction through the same pool.
 */
export async function* figures(): AsyncGenerator<Figure> {
  await using place = await openBench();
  const site = await openSite(place);
  await site.invite();
  await site.keep();
  // Statements are prepared and code is warm before anything is counted.
  for (const work of [site.invite, site.insert, site.invite, site.insert]) await site.run(work);
  const result = await interleave(
    times,
    () => site.run(site.invite),
    () => site.run(site.insert),
  );
  const ratio = result.ours / result.theirs;
  yield {
    name: 'invite-300',
    value: ratio,
    unit: 'times the bare inserts',
    bar: most,
    ok: ratio <= most,
    ours: `${result.ours.toFixed(1)} ms`,
    bare: `${result.theirs.toFixed(1)} ms`,
  };
}

const tables = ['reminder_batches', 'reminders', 'events', 'notifications', 'mails'] as const;
/** What one invitation of 300 schools leaves; the event beside them says that it was asked for. */
const wanted = [1, howMany, howMany + 1, howMany, howMany];
/** The columns that the database fills in by itself. */
const own: Record<string, readonly string[]> = { events: ['id'], notifications: ['id'] };

/** A partnership with 300 schools that have not joined, each with a head, and a version in force. */
async function openSite({ database, owner }: Place) {
  const { id: partnershipId } = await buildPartnership(database);
  const broker = await buildPerson(database, partnershipId, 'broker');
  const board = await buildPerson(database, partnershipId, 'board-member');
  await buildVersion(database, partnershipId, { number: 1, by: [broker.personId, board.personId] });
  const ids: string[] = [];
  for (let i = 0; i < howMany; i++) {
    const { id } = await buildSchool(database, partnershipId);
    await buildPerson(database, partnershipId, 'headteacher', id);
    ids.push(id);
  }
  await owner.query('vacuum analyze');
  const reach = { scope: 'all' as const };
  const actor = { ...broker, token: null, confirmedBy: null, roles: [], reach, onBehalfOf: null };
  type Work = Parameters<typeof database.withPartnership<unknown>>[1];
  const within = (work: Work) => database.withPartnership(partnershipId, work);
  const kept = new Map<string, { columns: string; rows: string }>();

  return {
    /** As the broker's request does it, and then the worker; the ten seconds between them are not counted. */
    async invite() {
      const batchId = crypto.randomUUID();
      const held = await timed(() =>
        within((db) => holdReminders(db, actor, batchId, { kind: 'join', ids }, now)),
      );
      await owner.query('update reminder_batches set hold_until = now() where id = $1', [batchId]);
      const publicUrl = 'https://lateral.example';
      const sent = await timed(() =>
        within((db) => sendReminders(db, partnershipId, batchId, { now, publicUrl })),
      );
      return held + sent;
    },

    /** The same rows, as they are. */
    async insert() {
      return timed(() =>
        within(async (db) => {
          for (const table of tables) {
            const { columns = '', rows = '' } = kept.get(table) ?? {};
            const given = `jsonb_populate_recordset(null::${table}, ${pg.escapeLiteral(rows)}::jsonb)`;
            await db.execute(`insert into ${table} (${columns}) select ${columns} from ${given}`);
          }
        }),
      );
    },

    /** Keeps the rows that an invitation has left. */
    async keep() {
      for (const table of tables) {
        const { rows } = await owner.query<{ row: Record<string, unknown> }>(
          `select to_jsonb(t) as row from ${table} t where partnership_id = $1`,
          [partnershipId],
        );
        const names = Object.keys(rows[0]?.row ?? {}).filter((name) => !own[table]?.includes(name));
        kept.set(table, { columns: names.join(', '), rows: JSON.stringify(rows.map(({ row }) => row)) });
      }
    },

    /** Does it where nothing of it is there yet, and sees that all of it is there afterwards. */
    async run(work: () => Promise<number>) {
      await owner.query(`truncate ${tables.join(', ')} cascade`);
      await owner.query(`delete from graphile_worker._private_jobs`);
      const took = await work();
      for (const [at, table] of tables.entries()) {
        const { rows } = await owner.query(`select count(*)::int as n from ${table}`);
        if (rows[0].n !== wanted[at]) throw new Error(`${rows[0].n} rows in ${table}`);
      }
      return took;
    },
  };
}
