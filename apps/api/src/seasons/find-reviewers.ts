import type { Board } from '@lateral/contract/seasons';
import { type BoardFilter, isLookedFor } from '@lateral/domain/seasons/board-filter';
import { buildReviewers } from './build-reviewers.ts';
import type { SeasonFacts } from './facts-queries.ts';

type Query = { q?: string | undefined; cluster?: string | undefined; phase?: string | undefined };

const listOf = (text: string | undefined) => (text ? text.split(',') : []);

export const readFilter = ({ q, cluster, phase }: Query): BoardFilter => ({
  q,
  clusters: listOf(cluster),
  phases: listOf(phase),
});

/** The reviewers whose own school is looked for, or whose name is. */
export function findReviewers(
  { facts, board }: { facts: SeasonFacts; board: Board },
  query: Query,
  today: string,
) {
  const filter = readFilter(query);
  return buildReviewers(facts, board, today).filter((one) =>
    isLookedFor(
      filter,
      { ...one, name: `${one.name} ${one.schoolName}`, cluster: one.clusterName },
      null,
      today,
    ),
  );
}
