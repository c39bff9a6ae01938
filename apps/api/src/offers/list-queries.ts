import type { Db } from '@lateral/db/client';
import {
  offeredLeaders,
  offers,
  people,
  reminderBatches,
  reminders,
  schools,
  seasons,
} from '@lateral/db/schema';
import type { Capacity } from '@lateral/domain/ledger/entries';
import type { Reach } from '@lateral/domain/policy';
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';
import { readSearch, type SearchWord, searchIn } from '../search-words.ts';
import { isAsked } from './round-queries.ts';

export type OfferFilter = { q?: string | undefined; state?: 'sent' | 'waiting' | undefined };
type Asking = { reach: Reach; day: string; seasonId: string };
type Page = { after: (string | number | null)[] | null; limit: number };

const sumOf = (capacity: Capacity) =>
  sql<number>`coalesce(sum(${offeredLeaders.halfDays}) filter (where ${offeredLeaders.capacity} = ${capacity}), 0)::int`;

/** The half-days that each school offers, once for the whole list. */
const daysOffered = (db: Db, seasonId: string) =>
  db
    .select({
      schoolId: offeredLeaders.schoolId,
      head: sumOf('head').as('head_half_days'),
      deputy: sumOf('deputy').as('deputy_half_days'),
    })
    .from(offeredLeaders)
    .where(eq(offeredLeaders.seasonId, seasonId))
    .groupBy(offeredLeaders.schoolId)
    .as('days_offered');

/** When each school was last reminded. */
const lastReminded = (db: Db) =>
  db
    .select({
      schoolId: reminders.schoolId,
      at: sql<Date>`max(${reminderBatches.madeAt})`.mapWith(reminderBatches.madeAt).as('reminded_at'),
    })
    .from(reminders)
    .innerJoin(reminderBatches, eq(reminderBatches.id, reminders.batchId))
    .where(
      and(
        eq(reminderBatches.kind, 'offer'),
        ne(reminderBatches.state, 'undone'),
        isNull(reminders.droppedWhy),
      ),
    )
    .groupBy(reminders.schoolId)
    .as('last_reminded');

const byName = sql`lower(${schools.name})`;

function conditions(db: Db, { reach, day }: Asking, { state }: OfferFilter, searched: readonly SearchWord[]) {
  return and(
    isAsked(db, day),
    reach.scope === 'own' ? inArray(schools.id, [...reach.schoolIds]) : undefined,
    state === 'sent' ? isNotNull(offers.schoolId) : undefined,
    state === 'waiting' ? isNull(offers.schoolId) : undefined,
    searchIn(sql`${schools.searched}`, searched)?.isFound,
  );
}

const ofSeason = (seasonId: string) => and(eq(offers.schoolId, schools.id), eq(offers.seasonId, seasonId));

function select(
  db: Db,
  asking: Asking,
  filter: OfferFilter,
  searched: readonly SearchWord[],
  { after, limit }: Page,
) {
  const days = daysOffered(db, asking.seasonId);
  const reminded = lastReminded(db);
  return db
    .select({
      id: schools.id,
      urn: schools.urn,
      name: schools.name,
      sentAt: offers.sentAt,
      sentBy: sql<string | null>`nullif(${fullName}, '')`,
      headHalfDays: sql<number>`coalesce(${days.head}, 0)`,
      deputyHalfDays: sql<number>`coalesce(${days.deputy}, 0)`,
      remindedAt: reminded.at,
      key: sql<string>`${byName}`.as('sort_key'),
    })
    .from(schools)
    .leftJoin(offers, ofSeason(asking.seasonId))
    .leftJoin(people, eq(people.personId, offers.sentBy))
    .leftJoin(days, eq(days.schoolId, schools.id))
    .leftJoin(reminded, eq(reminded.schoolId, schools.id))
    .where(
      and(
        conditions(db, asking, filter, searched),
        after ? sql`(${byName}, ${schools.id}) > (${after[0]}, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(byName, asc(schools.id))
    .limit(limit + 1);
}

/** One page of members in order of name, one more than `limit`; and how many there are in all. */
export async function listAndCount(db: Db, asking: Asking, filter: OfferFilter, page: Page) {
  const searched = await readSearch(db, filter.q);
  const [rows, [counted]] = await Promise.all([
    select(db, asking, filter, searched, page).execute(),
    db
      .select({ total: sql<number>`count(*)::int` })
      .from(schools)
      .leftJoin(offers, ofSeason(asking.seasonId))
      .where(conditions(db, asking, filter, searched))
      .execute(),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** Every member that matches, in order of name. */
export async function listAll(db: Db, asking: Asking, filter: OfferFilter) {
  return select(db, asking, filter, await readSearch(db, filter.q), { after: null, limit: 100_000 });
}

type Row = Awaited<ReturnType<typeof listAll>>[number];

export const describeRow = ({ sentAt, sentBy, key: _, ...row }: Row) => ({
  ...row,
  sent: sentAt && { at: sentAt, by: sentBy },
});

/** How many members are asked for their days of a season and have not sent them; none while nobody is asked. */
export async function countWaiting(db: Db, seasonId: string, day: string) {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(schools)
    .innerJoin(seasons, eq(seasons.id, seasonId))
    .leftJoin(offers, ofSeason(seasonId))
    .where(
      and(
        isNotNull(seasons.offersOpenedAt),
        conditions(db, { reach: { scope: 'all' }, day, seasonId }, { state: 'waiting' }, []),
      ),
    );
  return row?.n ?? 0;
}
