import type { SeasonReviewer } from '@lateral/contract/season-lists';
import type { Board } from '@lateral/contract/seasons';
import { stageOf } from '@lateral/domain/seasons/standing';
import { buildInstance } from './build-instance.ts';
import type { SeasonFacts } from './facts-queries.ts';

type Reviewer = SeasonReviewer & { clusterId: string | null };

/** Everyone who may review, with what they give this season; those with most left to give first, then by name. */
export function buildReviewers(facts: SeasonFacts, board: Board, today: string): Reviewer[] {
  const instance = buildInstance(facts);
  const members = new Map(facts.members.map((member) => [member.id, member]));
  const leaders = Map.groupBy(facts.leaders, ({ personId }) => personId);
  const clusterOf = new Map(
    instance.schools.map(({ id, clusterIds }) => [
      id,
      board.clusters.find((cluster) => cluster.id === clusterIds[0]),
    ]),
  );
  const reviewsOf = Map.groupBy(
    board.reviews.flatMap((review) => review.team.map((seat) => ({ review, seat }))),
    ({ seat }) => seat.personId,
  );
  const reviewers = instance.leaders.map(({ id, schoolIds, maxReviews, trainedOn }) => {
    const homes = schoolIds.flatMap((schoolId) => members.get(schoolId) ?? []);
    const [home] = homes.toSorted((a, b) => a.name.localeCompare(b.name));
    const cluster = clusterOf.get(home?.id ?? '');
    const own = leaders.get(id) ?? [];
    const given = countGiven(reviewsOf.get(id) ?? [], today);
    const total = given.done + given.booked + given.drafted;
    return {
      personId: id,
      name: own[0]?.name ?? '',
      role: own.find(({ role }) => role === 'headteacher')?.role ?? own[0]?.role ?? 'deputy',
      schoolName: home?.name ?? '',
      clusterId: cluster?.id ?? null,
      clusterName: cluster?.name ?? '',
      phase: home?.phases[0] ?? null,
      trainedOn,
      ...given,
      most: maxReviews,
      // Whoever is not trained has nothing to give yet.
      left: trainedOn === null ? 0 : Math.max(0, maxReviews - total),
    };
  });
  return reviewers.sort(byLeftToGive);
}

type Key = Pick<SeasonReviewer, 'left' | 'name' | 'personId'>;

export const byLeftToGive = (a: Key, b: Key) =>
  b.left - a.left || a.name.localeCompare(b.name) || a.personId.localeCompare(b.personId);

type Seat = { review: Board['reviews'][number]; seat: Board['reviews'][number]['team'][number] };

function countGiven(seats: readonly Seat[], today: string) {
  const isOver = ({ review }: Seat) => stageOf(review, today) === 'done';
  const ahead = seats.filter((one) => !isOver(one));
  const booked = ahead.filter(({ seat }) => seat.answer !== null).length;
  const next = ahead.map(({ review }) => review).toSorted((a, b) => a.day.localeCompare(b.day))[0];
  return {
    done: seats.length - ahead.length,
    booked,
    drafted: ahead.length - booked,
    unanswered: ahead.filter(({ seat }) => seat.answer === 'asked').length,
    next: next ? { schoolId: next.schoolId, schoolName: next.schoolName, day: next.day } : null,
  };
}
