import type { LedgerRow } from '@lateral/contract/ledger';
import type { Db } from '@lateral/db/client';
import { schoolYearOf } from '@lateral/domain/calendars/london';
import { seasonBalance, yearsOf } from '@lateral/domain/ledger/balance';
import type { Reach } from '@lateral/domain/policy';
import { listSums } from '../ledger-sums.ts';
import { balancesOf, countBooked } from './count-booked.ts';
import { comparePlaces, placeOf, type Sort } from './order.ts';
import { type Asked, type LedgerFilter, listBookedSeats, listLedgerSchools, listYears } from './queries.ts';

export type Filter = Omit<LedgerFilter, 'schoolId'> & {
  left?: 'yes' | undefined;
  sort?: Sort | undefined;
};

/** On which day a school is a member in a year: today in this one; a year that is past is as it was written. */
export function memberDayOf(year: number, today: string): string | null {
  const now = schoolYearOf(today);
  if (year === now) return today;
  return year > now ? `${year}-09-01` : null;
}

/** Every school of a year's ledger that the actor may see, with its balances. */
export async function readLedger(db: Db, reach: Reach, year: number, today: string): Promise<LedgerRow[]> {
  const asked = { reach, year, memberDay: memberDayOf(year, today) };
  const schools = await listLedgerSchools(db, asked, {});
  const sums = await listSums(db, { upTo: year });
  const bookedOf = countBooked(await listBookedSeats(db, today, year), sums);
  const bySchool = Map.groupBy(sums, ({ schoolId }) => schoolId);
  return schools.map((school) => {
    const question = { schoolId: school.id, year, owes: school.isMember };
    return { ...school, ...balancesOf(bySchool.get(school.id) ?? [], question, bookedOf) };
  });
}

/** Those of them that match, in the order asked for. */
export async function match(
  db: Db,
  rows: readonly LedgerRow[],
  { q, cluster, left, sort }: Filter,
  asked: Asked,
) {
  const isNarrowed = q !== undefined || cluster !== undefined;
  const found = isNarrowed ? await listLedgerSchools(db, asked, { q, cluster }) : rows;
  const ids = new Set(found.map(({ id }) => id));
  return rows
    .filter((row) => ids.has(row.id) && (!left || row.head.left > 0 || row.deputy.left > 0))
    .sort((a, b) => comparePlaces(placeOf(a, sort), placeOf(b, sort)));
}

/** What these schools come to, in each capacity. */
export const totalsOf = (rows: readonly LedgerRow[]) => ({
  head: addUp(rows.map(({ head }) => head)),
  deputy: addUp(rows.map(({ deputy }) => deputy)),
});

type Balance = LedgerRow['head'];
const none: Balance = {
  ...{ owed: 0, given: 0, received: 0, waived: 0, brought: 0, carried: 0, due: 0, left: 0, booked: 0 },
};
const addUp = (balances: readonly Balance[]) =>
  balances.reduce<Balance>(
    (all, one) =>
      Object.fromEntries(
        Object.entries(all).map(([key, sum]) => [key, sum + one[key as keyof Balance]]),
      ) as Balance,
    none,
  );

/** Whether what the members give is enough for their reviews. */
export const seasonOf = (rows: readonly LedgerRow[]) =>
  seasonBalance(
    rows.filter(({ isMember }) => isMember).map(({ head, deputy }) => ({ due: head.due + deputy.due })),
  );

/** How many members have given or are booked for how many half-days, fewest first. */
export function countLoad(rows: readonly LedgerRow[]) {
  const members = rows.filter(({ isMember }) => isMember);
  const counts = Map.groupBy(
    members,
    ({ head, deputy }) => head.given + head.booked + deputy.given + deputy.booked,
  );
  return [...counts]
    .map(([halfDays, list]) => ({ halfDays, schools: list.length }))
    .sort((a, b) => a.halfDays - b.halfDays);
}

/** Years that can be asked for, newest first; this one is always among them. */
export const readYears = async (db: Db, today: string) =>
  yearsOf(
    (await listYears(db)).map((year) => ({ year })),
    schoolYearOf(today),
  );
