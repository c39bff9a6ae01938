import type { Db } from '@lateral/db/client';
import { listCandidateDays } from '@lateral/planner/calendar';
import type { Instance, Schedule } from '@lateral/planner/instance';
import { listBookedSeats, listBookings } from './booking-queries.ts';
import { buildInstance } from './build-instance.ts';
import { countPast } from './count-past.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { findSeason, listReviews, listSeats } from './queries.ts';
import { declinedConflicts, pastOf } from './read-previous.ts';

export type Present = { instance: Instance; schedule: Schedule; draftVersion: number };

/**
 * A season as it is today, for questions about single seats and days: the facts of now and the draft as it stands, as
 * far as the planner can hold it. Null where there is no such season.
 */
export async function readPresent(db: Db, seasonId: string, today: string): Promise<Present | null> {
  const season = await findSeason(db, seasonId);
  if (!season) return null;
  const seats = await listBookedSeats(db, seasonId);
  const bookings = await listBookings(db, seasonId);
  const facts = await readSeasonFacts(db, season, today);
  const built = buildInstance(facts);
  const conflicts = [...built.conflicts, ...declinedConflicts(seats, built)];
  const instance = countPast({ ...built, conflicts }, pastOf(bookings, seats, today));
  const leaders = new Set(instance.leaders.map(({ id }) => id));
  const schools = new Set(instance.schools.flatMap(({ id, receives }) => (receives ? id : [])));
  const days = new Set(listCandidateDays(instance.calendar).dates);
  const teams = Map.groupBy(await listSeats(db, seasonId), ({ schoolId }) => schoolId);
  const reviews = (await listReviews(db, seasonId))
    .filter(({ schoolId, day }) => schools.has(schoolId) && days.has(day))
    .map(({ schoolId, day, leadId }) => ({
      school: schoolId,
      date: day,
      team: (teams.get(schoolId) ?? []).map(({ personId }) => personId).filter((id) => leaders.has(id)),
      lead: leadId,
    }));
  const schedule = { instance: instance.name, reviews, unscheduled: [] };
  return { instance, schedule, draftVersion: season.draftVersion };
}
