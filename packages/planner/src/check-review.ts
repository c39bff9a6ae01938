import { indexOfLeader, indexOfSchool } from './board.ts';
import { type Exclusion, explainExclusion, leaderAt } from './exclusions.ts';
import type { Instance, Review, Schedule } from './instance.ts';
import { canHost } from './openings.ts';
import { layOutFor } from './rank-seat.ts';
import { findNeed, type Seat } from './seat.ts';

/** A hard rule that a review would break: about the day, the team as a whole, or one of its members. */
export type Breach =
  | { code: 'DAY' | 'HOSTDAY' | 'SIZE' | 'NOLEAD'; leader: null }
  | (Exclusion & { leader: string });

/**
 * The hard rules that a review would break in a plan as it stands, put in the place of the one that its school has now;
 * empty when it keeps them all. Throws a RangeError for a school or a leader that is not there.
 */
export function checkReview(instance: Instance, schedule: Schedule, review: Review): Breach[] {
  const reviews = schedule.reviews.filter(({ school }) => school !== review.school);
  const board = layOutFor(instance, { ...schedule, reviews }, review.school);
  const s = indexOfSchool(board, review.school);
  const team = [...new Set(review.team)].map((id) => indexOfLeader(board, id));
  const day = board.model.calendar.dates.indexOf(review.date);
  if (day < 0) return [{ code: 'DAY', leader: null }];
  const breaches: Breach[] = [];
  if (!canHost(board, s, day)) breaches.push({ code: 'HOSTDAY', leader: null });
  if (team.length !== board.model.teamSize || review.team.length !== team.length)
    breaches.push({ code: 'SIZE', leader: null });
  const lead = team.find((l) => leaderAt(board, l).id === review.lead);
  if (lead === undefined || !leaderAt(board, lead).canLead) breaches.push({ code: 'NOLEAD', leader: null });
  return [
    ...breaches,
    ...review.team.flatMap((id) => checkMember(instance, { ...schedule, reviews }, review, id)),
  ];
}

/** The first rule that keeps a member from the seat beside the others, who are out that day too. */
function checkMember(instance: Instance, rest: Schedule, review: Review, id: string): Exclusion[] {
  const team = review.team.filter((one) => one !== id);
  const board = layOutFor(
    instance,
    { ...rest, reviews: [...rest.reviews, { ...review, team }] },
    review.school,
  );
  const s = indexOfSchool(board, review.school);
  const others = team.map((one) => indexOfLeader(board, one));
  const seat: Seat = {
    board,
    s,
    day: board.model.calendar.dates.indexOf(review.date),
    leaver: -1,
    members: others,
    others,
    isLocked: false,
    need: { ...findNeed(board, s, others), lead: false },
  };
  return listOf(explainExclusion(seat, indexOfLeader(board, id)));
}

const listOf = (exclusion: Exclusion | null) => (exclusion === null ? [] : [exclusion]);
