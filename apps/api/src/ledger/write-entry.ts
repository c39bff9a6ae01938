import type { Db } from '@lateral/db/client';
import { balanceOf } from '@lateral/domain/ledger/balance';
import type { Capacity, EntryKind } from '@lateral/domain/ledger/entries';
import { type LedgerRefusal, refuseEntry } from '@lateral/domain/ledger/writing';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { listSums } from '../ledger-sums.ts';
import { notFound, refused } from '../problems.ts';
import { lockSchool } from '../signature.ts';
import { listLedgerSchools, recordEntry, sumWritten } from './queries.ts';
import { memberDayOf } from './read-ledger.ts';

type Entry = { capacity: Capacity; year: number; kind: EntryKind; halfDays: number; reason: string };

const faults: Record<LedgerRefusal, string> = {
  'more-than-owed': 'That is more than the school owes in this year.',
  'less-than-none': 'That is more than there is to put right.',
  'more-than-written': 'That is more than seasons and reviews have written.',
};

/**
 * The broker waives days, brings days from before, or puts an entry right by its reverse. Entries are only ever added:
 * the school is held meanwhile, so that two at once cannot waive more than is owed.
 */
export async function writeEntry(
  db: Db,
  actor: Actor,
  schoolId: string,
  entry: Entry,
  { at, today }: { at: Date; today: string },
) {
  const [held] = await lockSchool(db, schoolId);
  if (!held) throw notFound();
  const { year, capacity, kind, halfDays } = entry;
  const asked = { reach: { scope: 'all' }, year, memberDay: memberDayOf(year, today) } as const;
  const [school] = await listLedgerSchools(db, asked, { schoolId });
  if (!school) throw notFound();
  const balance = balanceOf(await listSums(db, { schoolId }), { year, capacity, owes: school.isMember });
  const written = await sumWritten(db, schoolId, entry);
  const refusal = refuseEntry(entry, { balance, written });
  if (refusal) throw refused(refusal, faults[refusal]);
  const { partnershipId, personId: writtenBy } = actor;
  await recordEntry(db, { partnershipId, schoolId, ...entry, at, writtenBy });
  const detail = { capacity, year, kind, halfDays };
  await recordEvents(db, actor, [{ kind: 'ledger-entry-written', schoolId, detail }], at);
}
