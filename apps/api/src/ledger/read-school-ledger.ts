import type { Db } from '@lateral/db/client';
import { schoolYearOf } from '@lateral/domain/calendars/london';
import { yearsOf } from '@lateral/domain/ledger/balance';
import { sourceOf } from '@lateral/domain/ledger/words';
import { covers, decide } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { listSums } from '../ledger-sums.ts';
import { notFound } from '../problems.ts';
import { balancesOf, countBooked } from './count-booked.ts';
import { listBookedSeats, listEntries, listLedgerSchools } from './queries.ts';
import { memberDayOf } from './read-ledger.ts';

/** A school's whole ledger: how it stands year by year, and every entry. @throws 404 */
export async function readSchoolLedger(db: Db, actor: Actor, schoolId: string, today: string) {
  const now = schoolYearOf(today);
  const asked = { reach: { scope: 'all' }, year: now, memberDay: memberDayOf(now, today) } as const;
  const [school] = await listLedgerSchools(db, asked, { schoolId });
  if (!school) throw notFound();
  const entries = await listEntries(db, schoolId);
  const seats = await listBookedSeats(db, today, null);
  // A leader of several schools gives for the one that has the most left: the others count as well.
  const sums = await listSums(db, { upTo: now + 1 });
  const own = await listSums(db, { schoolId });
  const bookedOf = countBooked(seats, sums);
  const write = decide(actor.roles, 'ledger.write');
  return {
    school: { id: school.id, name: school.name },
    year: now,
    years: yearsOf(entries, now).map((year) => ({
      year,
      ...balancesOf(own, { schoolId, year, owes: year === now && school.isMember }, bookedOf),
    })),
    entries: entries.map(({ isByHand, host, reviewer, ...entry }) => ({
      ...entry,
      source: sourceOf({ ...entry, host, reviewer, byHand: isByHand }),
    })),
    may: { write: typeof write === 'object' && covers(write, schoolId) },
  };
}
