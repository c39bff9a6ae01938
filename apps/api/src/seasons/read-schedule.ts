import type { Db } from '@lateral/db/client';
import type { Instance, Schedule, UnplacedReason } from '@lateral/planner/instance';
import { listReviews, listSeats, listUnplaced } from './queries.ts';

/** The draft of a season as the planner's schedule, without the reviews whose school receives none any more. */
export async function readSchedule(
  db: Db,
  seasonId: string,
  { name: instance, schools }: Pick<Instance, 'name' | 'schools'>,
): Promise<Schedule> {
  const receiving = new Set(schools.filter(({ receives }) => receives).map(({ id }) => id));
  const teams = Map.groupBy(await listSeats(db, seasonId), ({ schoolId }) => schoolId);
  const reviews = await listReviews(db, seasonId);
  const unplaced = await listUnplaced(db, seasonId);
  return {
    instance,
    reviews: reviews
      .filter(({ schoolId }) => receiving.has(schoolId))
      .map(({ schoolId, day, leadId }) => ({
        school: schoolId,
        date: day,
        team: (teams.get(schoolId) ?? []).map(({ personId }) => personId),
        lead: leadId,
      })),
    unscheduled: unplaced.map(({ schoolId, reasons }) => ({
      school: schoolId,
      reasons: reasons as UnplacedReason[],
    })),
  };
}
