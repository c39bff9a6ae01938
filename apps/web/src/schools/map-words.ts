import type { ClusterKind } from '@lateral/domain/schools/clusters';
import { plural } from '../ui/plural.ts';
import type { ArrangedMap, MapSchool } from './arrange-map.ts';

export const mapKindWords: Record<ClusterKind, string> = {
  'primary-partnership': 'Local primary partnerships',
  'similar-secondary': 'Clusters of similar secondary schools',
  'special-county': 'Special schools',
};

/** "212 of 300 schools have joined. Vale is furthest behind, at 61%." */
export function mapFinding(schools: readonly MapSchool[], clusters: ArrangedMap['clusters']): string {
  if (schools.length === 0) return 'No school matches.';
  const members = schools.filter(({ member }) => member).length;
  const count = `${members.toLocaleString('en-GB')} of ${plural(schools.length, 'school')}`;
  const joined = `${count} ${schools.length === 1 ? 'has' : 'have'} joined.`;
  const behind = clusters
    .filter((one) => one.schools > 0)
    .toSorted((a, b) => a.members / a.schools - b.members / b.schools)[0];
  if (!behind || clusters.length < 2 || behind.members === behind.schools) return joined;
  const percent = Math.round((behind.members / behind.schools) * 100);
  return `${joined} ${behind.name} is furthest behind, at ${percent}%.`;
}

export const nowhereSentence = (count: number) =>
  count === 1
    ? 'One school has no position in the register, so it is not on the map:'
    : `${plural(count, 'school')} have no position in the register, so they are not on the map:`;
