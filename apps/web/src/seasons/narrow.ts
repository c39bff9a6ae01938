import type { Board } from '@lateral/contract/seasons';
import { type BoardFilter, isLookedFor } from '@lateral/domain/seasons/board-filter';
import { isOnTab, seasonTabs } from '@lateral/domain/seasons/standing';
import type { Cluster, Row } from './arrange.ts';

/** The rows that are looked for, and how many each tab has under the other filters. */
export function narrow(
  rows: readonly Row[],
  clusters: Board['clusters'],
  { tab, ...filter }: BoardFilter,
  today: string,
) {
  const nameOf = new Map(clusters.map(({ id, name }) => [id, name]));
  const own = rows.filter((row) =>
    isLookedFor(filter, { ...row, cluster: nameOf.get(row.clusterId) ?? '' }, row.review, today),
  );
  const ofTab = (one: NonNullable<typeof tab>) => own.filter(({ review }) => isOnTab(one, review, today));
  const counts = new Map(seasonTabs.map((one) => [one, ofTab(one).length]));
  return { shown: tab ? ofTab(tab) : own, all: own.length, counts };
}

/** The clusters that the rows belong to, each counted by them; as they are while nothing is held back. */
export function narrowClusters(clusters: readonly Cluster[], rows: readonly Row[], isWhole: boolean) {
  if (isWhole) return clusters;
  const rowsOf = Map.groupBy(rows, ({ clusterId }) => clusterId);
  return clusters.flatMap((cluster) => {
    const own = rowsOf.get(cluster.id) ?? [];
    if (own.length === 0) return [];
    const placed = own.filter(({ review }) => review).length;
    return [{ ...cluster, schools: own.length, placed, supply: { needed: 0, available: 0 } }];
  });
}

/** The board with only those of the schools without a date that are among the rows. */
export function narrowBoard(board: Board, rows: readonly Row[]): Board {
  const shown = new Set(rows.map(({ schoolId }) => schoolId));
  return { ...board, unplaced: board.unplaced.filter(({ schoolId }) => shown.has(schoolId)) };
}
