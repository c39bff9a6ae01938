import type { Db } from '@lateral/db/client';
import { termsUnsaid } from '@lateral/domain/agreements/terms';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { lastDay } from '@lateral/domain/memberships/spans';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound } from '../problems.ts';
import {
  endMemberships,
  findLaterMember,
  listTermsSigned,
  lockForMembership,
  recordMemberships,
} from './membership-queries.ts';
import { recordUndoable } from './undo-school-change.ts';

type Marking = { schoolIds: string[]; member: boolean; on: string };

/** For as long as what each school has signed says: a school that comes back is held to it. */
async function beginMemberships(db: Db, partnershipId: string, schoolIds: readonly string[], on: string) {
  const terms = await listTermsSigned(db, schoolIds);
  const joining = schoolIds.map((schoolId) => ({
    schoolId,
    to: lastDay(terms.get(schoolId) ?? termsUnsaid, on),
  }));
  await recordMemberships(db, partnershipId, joining, on);
}

/** Marks schools as members from a day, or has them no longer be members from it, all or none. Those that are so already stay as they are. */
export async function markMembers(db: Db, actor: Actor, { schoolIds, member, on }: Marking, now: Date) {
  const ids = [...new Set(schoolIds)];
  const found = await lockForMembership(db, ids, member ? dayInLondon(now) : on);
  if (found.length < ids.length) throw notFound();
  const stranger = member && found.find(({ counted }) => !counted);
  if (stranger) {
    throw badField(
      '/body/schoolIds',
      `${stranger.name} does not count as a state school, so it cannot be a member`,
    );
  }
  const changing = found.filter(({ memberSince }) => (memberSince === null) === member).map(({ id }) => id);
  const later = member && (await findLaterMember(db, changing, on));
  if (later) throw badField('/body/on', `must be later: ${later.name} was a member until ${later.to}`);
  const changeId = await recordUndoable(db, actor, 'memberships', changing, now, () =>
    member ? beginMemberships(db, actor.partnershipId, changing, on) : endMemberships(db, changing, on),
  );
  const kind = member ? 'membership-began' : 'membership-ended';
  await recordEvents(
    db,
    actor,
    changing.map((schoolId) => ({ kind, schoolId, detail: { on } })),
    now,
  );
  return { changed: changing.length, changeId };
}
