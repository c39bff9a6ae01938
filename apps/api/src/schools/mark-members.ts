import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound } from '../problems.ts';
import {
  endMemberships,
  findLaterMember,
  lockForMembership,
  recordMemberships,
} from './membership-queries.ts';
import { recordUndoable } from './undo-school-change.ts';

type Marking = { schoolIds: string[]; member: boolean; on: string };

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
    member ? recordMemberships(db, actor.partnershipId, changing, on) : endMemberships(db, changing, on),
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
