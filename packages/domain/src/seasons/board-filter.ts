import { isOnTab, type Known, type SeasonTab } from './standing.ts';

/** What is looked for on the board; a part that is left out, or an empty list, holds nothing back. */
export type BoardFilter = {
  tab?: SeasonTab | undefined;
  /** Ids of clusters; "none" is for the schools that are in no cluster. */
  clusters?: readonly string[];
  phases?: readonly string[];
  /** Words that must all occur: in the school, its cluster or its reviewers. */
  q?: string | undefined;
};
type Person = Known['team'][number] & { name: string; schoolName: string };
type Review = Omit<Known, 'team'> & { team: readonly Person[] };
type School = { name: string; cluster: string; clusterId: string | null; phase: string | null };

/** Whether a school of the season is among what is looked for. */
export function isLookedFor(filter: BoardFilter, school: School, review: Review | null, today: string) {
  const { tab, clusters = [], phases = [], q = '' } = filter;
  if (clusters.length > 0 && !clusters.includes(school.clusterId ?? 'none')) return false;
  if (phases.length > 0 && !phases.includes(school.phase ?? '')) return false;
  if (tab && !isOnTab(tab, review, today)) return false;
  const people = (review?.team ?? []).flatMap(({ name, schoolName }) => [name, schoolName]);
  const text = [school.name, school.cluster, ...people].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
