import type { ExcludedReviewer } from '@lateral/contract/season-reasons';
import type { Exclusion } from '@lateral/planner/exclusions';
import { type Leaders, toKm } from './introduce-leaders.ts';

/** The facts that any of the rules may carry. */
type Facts = ExcludedReviewer['facts'] & { school?: string | null; colleague?: string; metres?: number };

/** Why one leader cannot take a seat, with the names that a sentence about it needs. */
export function describeExclusion(exclusion: Exclusion, leaders: Leaders): ExcludedReviewer {
  const { school, colleague, metres, ...facts } = exclusion as Exclusion & Facts;
  return {
    ...leaders.introduce(exclusion.leader),
    code: exclusion.code,
    otherSchool: school ? leaders.nameSchool(school).name : null,
    colleague: colleague ? leaders.introduce(colleague).name : null,
    facts: { ...facts, ...(metres !== undefined && { km: toKm(metres) }) },
  };
}

/** Those of a list whose name or school holds what is sought: the first few, and how many there are. */
export function cutList<T extends { name: string; schoolName: string }>(
  all: readonly T[],
  q: string,
  limit: number,
) {
  const sought = q.trim().toLowerCase();
  const found = all.filter(({ name, schoolName }) => `${name} ${schoolName}`.toLowerCase().includes(sought));
  return { items: found.slice(0, limit), total: found.length };
}
