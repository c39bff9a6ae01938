import type { Instance, Review, Schedule } from './instance.ts';
import { type Score, scoreSchedule } from './score.ts';

/** One review that both schedules hold and that is not the same in both. */
export interface ChangedReview {
  school: string;
  date: { before: string; after: string };
  lead: { before: string; after: string };
  joins: string[];
  leaves: string[];
}

/** What one schedule has that another has not. Schools and leaders by id. */
export interface Difference {
  /** Schools with a review only after, and only before. */
  placed: string[];
  unplaced: string[];
  changed: ChangedReview[];
  before: Score;
  after: Score;
  /** Who hears of it: the schools of reviews that are new, gone or changed, and everyone in their teams, old or new. */
  told: { schools: number; people: number };
}

/**
 * Compares two schedules of one season. Both are scored against the instance, so that the parts can be set side by
 * side; `after` may be scored against another, where a what-if has changed the calendar.
 */
export function compareSchedules(
  instance: Instance,
  before: Schedule,
  after: Schedule,
  afterInstance: Instance = instance,
): Difference {
  const was = indexReviews(before);
  const is = indexReviews(after);
  const placed = after.reviews.filter(({ school }) => !was.has(school));
  const unplaced = before.reviews.filter(({ school }) => !is.has(school));
  const pairs = before.reviews.flatMap((review) => {
    const other = is.get(review.school);
    return other !== undefined && isChanged(review, other) ? [{ review, other }] : [];
  });
  const touched = [...placed, ...unplaced, ...pairs.flatMap(({ review, other }) => [review, other])];
  return {
    placed: placed.map(({ school }) => school),
    unplaced: unplaced.map(({ school }) => school),
    changed: pairs.map(({ review, other }) => describeChange(review, other)),
    before: scoreSchedule(instance, before),
    after: scoreSchedule(afterInstance, after),
    told: {
      schools: new Set(touched.map(({ school }) => school)).size,
      people: new Set(touched.flatMap(({ team }) => team)).size,
    },
  };
}

function indexReviews({ reviews }: Schedule): Map<string, Review> {
  return new Map(reviews.map((review) => [review.school, review]));
}

function isChanged(a: Review, b: Review): boolean {
  const others = new Set(b.team);
  const sameTeam = a.team.length === b.team.length && a.team.every((id) => others.has(id));
  return a.date !== b.date || a.lead !== b.lead || !sameTeam;
}

function describeChange(before: Review, after: Review): ChangedReview {
  return {
    school: before.school,
    date: { before: before.date, after: after.date },
    lead: { before: before.lead, after: after.lead },
    joins: after.team.filter((id) => !before.team.includes(id)),
    leaves: before.team.filter((id) => !after.team.includes(id)),
  };
}
