import type { Board } from '@lateral/contract/seasons';
import { type BoardFilter, isLookedFor } from '@lateral/domain/seasons/board-filter';
import { buildReviewers } from './build-reviewers.ts';
import type { SeasonFacts } from './facts-queries.ts';

type Query = { q?: string | undefined; cluster?: string | undefined; phase?: string | undefined };
type ReviewerQuery = Query & { answer?: 'waiting' | undefined };

const listOf = (text: string | undefined) => (text ? text.split(',') : []);

export const readFilter = ({ q, cluster, phase }: Query): BoardFilter => ({
  q,
  clusters: listOf(cluster),
  phases: listOf(phase),
});

/** The reviewers whose own school is looked for, or whose name is; of those, the ones who have not answered. */
export function findReviewers(
  { facts, board }: { facts: SeasonFacts; board: Board },
  query: ReviewerQuery,
  today: string,
) {
  const filter = readFilter(query);
  const isWanted = ({ unanswered }: { unanswered: number }) => query.answer !== 'waiting' || unanswered > 0;
  return buildReviewers(facts, board, today)
    .filter(isWanted)
    .filter((one) =>
      isLookedFor(
        filter,
        { ...one, name: `${one.name} ${one.schoolName}`, cluster: one.clusterName },
        null,
        today,
      ),
    );
}
