import type { Proposal } from '@lateral/contract/similarity';
import { scaleOf } from '@lateral/domain/similarity/compare';
import {
  type ClusterFigures,
  describeCluster,
  meanDifference,
} from '@lateral/domain/similarity/describe-clusters';
import type { NamedCluster } from '@lateral/domain/similarity/name-clusters';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';

type School = Proposal['schools'][number];
export type ArrangedCluster = { name: string; place: number; schools: School[] } & ClusterFigures;
type Change = { school: School; from: string | null; to: string };
export type Arrangement = {
  clusters: ArrangedCluster[];
  /** The mean difference of all pairs that share a cluster. */
  difference: number;
  broken: number;
  /** Schools whose place is not known, so that nobody can say how near they are. */
  nowhere: School[];
  changes: Change[];
  /** Present clusters that would be left without a school. */
  removed: string[];
};

/** The clusters as they stand on the screen, moves by hand included, with their figures made afresh. */
export function arrange(
  { schools }: Proposal,
  placement: readonly NamedCluster[],
  settings: SimilaritySettings,
): Arrangement {
  const byId = new Map(schools.map((school) => [school.id, school]));
  const scale = scaleOf(schools);
  const clusters = placement.map(({ name, schoolIds }, place) => {
    const members = schoolIds
      .flatMap((id) => byId.get(id) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return { name, place, schools: members, ...describeCluster(members, settings, scale) };
  });
  const names = new Set(placement.map(({ name }) => name.trim().toLowerCase()));
  const present = [...new Set(schools.flatMap(({ cluster }) => cluster ?? []))];
  return {
    clusters,
    difference:
      meanDifference(
        clusters.map((one) => one.schools),
        settings.weights,
        schools,
      ) ?? 0,
    broken: clusters.reduce((sum, one) => sum + one.broken.length, 0),
    nowhere: schools.filter(({ at }) => at === null),
    changes: clusters.flatMap(({ name, schools }) =>
      schools
        .filter(({ cluster }) => cluster?.toLowerCase() !== name.trim().toLowerCase())
        .map((school) => ({ school, from: school.cluster, to: name.trim() })),
    ),
    removed: present.filter((name) => !names.has(name.toLowerCase())),
  };
}

/** The clusters of today as the same figures: what the proposal is better or worse than; null when there are none. */
export function arrangePresent(proposal: Proposal, settings: SimilaritySettings): Arrangement | null {
  const present = Map.groupBy(
    proposal.schools.filter(({ cluster }) => cluster !== null),
    ({ cluster }) => cluster ?? '',
  );
  const placement = [...present].map(([name, members]) => ({ name, schoolIds: members.map(({ id }) => id) }));
  return placement.length === 0 ? null : arrange(proposal, placement, settings);
}

/** The same clusters with one school in another of them. */
export const moveSchool = (
  placement: readonly NamedCluster[],
  schoolId: string,
  to: number,
): NamedCluster[] =>
  placement.map(({ name, schoolIds }, place) => ({
    name,
    schoolIds: [...schoolIds.filter((id) => id !== schoolId), ...(place === to ? [schoolId] : [])],
  }));
