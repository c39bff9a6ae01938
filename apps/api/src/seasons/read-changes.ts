import type { SeasonChanges } from '@lateral/contract/season-publishing';
import type { Db } from '@lateral/db/client';
import { type Change, listChanges, tellingsOf } from '@lateral/domain/reviews/changes';
import { teamSize } from '@lateral/domain/reviews/team';
import { listHosts } from '../review-hosts.ts';
import { listBookedSeats, listBookings, listNamesOf } from './booking-queries.ts';
import { listReviews, listSeats } from './queries.ts';

/** What publishing the draft of a season changes, and who is told what of it. */
export async function readChanges(db: Db, seasonId: string, today: string) {
  const teams = Map.groupBy(await listSeats(db, seasonId), ({ schoolId }) => schoolId);
  const known = Map.groupBy(
    (await listBookedSeats(db, seasonId)).filter(({ state }) => state !== 'declined'),
    ({ schoolId }) => schoolId,
  );
  const idsOf = (rows: readonly { personId: string }[] = []) => rows.map(({ personId }) => personId);
  const draft = (await listReviews(db, seasonId)).map(({ schoolId, day, leadId }) => ({
    schoolId,
    day,
    leadId,
    team: idsOf(teams.get(schoolId)),
  }));
  const booked = (await listBookings(db, seasonId)).map((booking) => ({
    ...booking,
    team: idsOf(known.get(booking.schoolId)),
  }));
  const changes = listChanges(draft, booked, today);
  const hosts = await listHosts(
    db,
    changes.map(({ review }) => review.schoolId),
    today,
  );
  return changes.map((change) => ({
    change,
    tellings: tellingsOf(change, idsOf(hosts.get(change.review.schoolId))),
  }));
}

type Found = Awaited<ReturnType<typeof readChanges>>;

export const countPeople = (found: Found) =>
  new Set(found.flatMap(({ tellings }) => tellings.map(({ personId }) => personId))).size;

/** The changes as people read them. */
export async function describeChanges(db: Db, found: Found, draftVersion: number): Promise<SeasonChanges> {
  const personIds = found.flatMap(({ change: { stays, joins, leaves }, tellings }) => [
    ...[...stays, ...joins, ...leaves],
    ...tellings.map(({ personId }) => personId),
  ]);
  const schoolIds = found.map(({ change }) => change.review.schoolId);
  const names = await listNamesOf(db, { schoolIds, personIds });
  const nameOf = (id: string) => names.people.get(id) ?? '';
  return {
    draftVersion,
    people: countPeople(found),
    changes: found.map(({ change, tellings }) => ({
      kind: change.kind,
      schoolId: change.review.schoolId,
      schoolName: names.schools.get(change.review.schoolId) ?? '',
      day: change.review.day,
      wasDay: change.wasDay,
      team: describeTeam(change, nameOf),
      empty: change.kind === 'called-off' ? 0 : Math.max(0, teamSize - change.review.team.length),
      told: tellings.map(({ personId, method, part, why }) => ({
        personId,
        name: nameOf(personId),
        method,
        part,
        why,
      })),
    })),
  };
}

function describeTeam({ review, stays, joins, leaves }: Change, nameOf: (id: string) => string) {
  const of = (ids: readonly string[], change: 'stays' | 'joins' | 'leaves') =>
    ids.map((personId) => ({
      personId,
      name: nameOf(personId),
      isLead: personId === review.leadId && change !== 'leaves',
      change,
    }));
  return [...of(stays, 'stays'), ...of(joins, 'joins'), ...of(leaves, 'leaves')];
}
