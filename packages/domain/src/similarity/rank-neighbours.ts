import {
  type ComparedSchool,
  type Comparison,
  compareInputs,
  kilometresBetween,
  scaleOf,
} from './compare.ts';
import type { Weights } from './settings.ts';

export type Neighbour = { school: ComparedSchool; km: number | null } & Comparison;

/** The other schools, most alike first; those that are equally alike by name, so that the order never wavers. */
export function rankNeighbours(
  subject: ComparedSchool,
  schools: readonly ComparedSchool[],
  weights: Weights,
): Neighbour[] {
  const scale = scaleOf(schools);
  return schools
    .filter(({ id }) => id !== subject.id)
    .map((school) => ({
      school,
      km: kilometresBetween(subject, school),
      ...compareInputs(subject.inputs, school.inputs, weights, scale),
    }))
    .toSorted((a, b) => a.difference - b.difference || inOrder(a.school, b.school));
}

const inOrder = (a: ComparedSchool, b: ComparedSchool) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
