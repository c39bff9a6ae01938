import type { ClusterKind } from '@lateral/domain/schools/clusters';
import type { Phase } from '@lateral/domain/schools/phases';
import { areas } from './areas.ts';
import type { InventedSchool } from './invented-school.ts';

/** A review cluster of the invented county. */
export interface InventedCluster {
  name: string;
  kind: ClusterKind;
  phase: Phase;
  urns: number[];
}

/**
 * Seven local primary partnerships; secondary schools by likeness and not by place, so that
 * neighbours are mostly apart; special schools together. An all-through school is in two clusters.
 */
export function clusterSchools(schools: readonly InventedSchool[]): InventedCluster[] {
  const urnsOf = (chosen: readonly InventedSchool[]) => chosen.map(({ urn }) => urn);
  const primary = areas.map((area): InventedCluster => {
    const chosen = schools.filter(
      (one) => one.area === area.name && ['primary', 'all-through'].includes(one.phase),
    );
    return { name: area.name, kind: 'primary-partnership', phase: 'primary', urns: urnsOf(chosen) };
  });
  const alike = schools
    .filter((one) => one.phase === 'secondary' || one.phase === 'all-through')
    .toSorted(byLikeness);
  const third = Math.ceil(alike.length / 3);
  const secondary = ['A', 'B', 'C'].map((letter, at): InventedCluster => {
    const urns = urnsOf(alike.slice(at * third, (at + 1) * third));
    return { name: `Secondary ${letter}`, kind: 'similar-secondary', phase: 'secondary', urns };
  });
  const special = urnsOf(schools.filter((one) => one.phase === 'special'));
  return [
    ...primary,
    ...secondary,
    { name: 'Special', kind: 'special-county', phase: 'special', urns: special },
  ];
}

/** Few or many pupils on free school meals, and selective schools first: both can be shown and explained. */
function byLikeness(one: InventedSchool, other: InventedSchool): number {
  return (
    Number(other.selective) - Number(one.selective) ||
    one.fsmPercent - other.fsmPercent ||
    one.urn - other.urn
  );
}
