import { at } from './columns.ts';
import type { Model } from './compile.ts';
import { leadBit, never } from './compile-pairs.ts';
import type { Draft } from './draft.ts';
import { findTeam } from './find-team.ts';
import type { UnplacedReason } from './instance.ts';
import type { Search } from './search.ts';

/** Steps of a search that has to find out that there is nothing to find. */
const patience = 200_000;

/**
 * Why a school has no review, from the final draft. What eligibility alone forbids comes first and is listed in full;
 * failing that, whether any day ever joins a team (`empty` holds the locked reviews only); failing that, whether
 * reviewers' days are used up or their remaining days clash.
 */
export function explainUnplaced(draft: Draft, empty: Draft, search: Search, s: number): UnplacedReason[] {
  const { model } = draft;
  if (!hasHostDay(model, s)) return ['no-host-day'];
  const lacking = listLacking(model, s);
  if (lacking.length > 0) return lacking;
  if (findTeam(empty, search, s, { patience }) < 0) return ['no-common-day'];
  if (findTeam(draft, search, s, { patience, calendar: empty }) < 0) return ['supply-short'];
  return ['days-clash'];
}

function hasHostDay({ hostDays, words }: Model, s: number): boolean {
  return hostDays.subarray(s * words, (s + 1) * words).some((word) => word !== 0);
}

/** What no choice among the eligible reviewers can provide. */
function listLacking(model: Model, s: number): UnplacedReason[] {
  const { instance, leaderCount, teamSize } = model;
  const row = s * leaderCount;
  const eligible = instance.leaders.flatMap((leader, l) => {
    const able = leader.trainedOn !== null && leader.maxReviews > 0 && at(model.pair, row + l) !== never;
    return able ? [l] : [];
  });
  const heads = eligible.filter((l) => at(model.isHead, l) === 1).length;
  const met = eligible.reduce((mask, l) => mask | at(model.cover, row + l), 0);
  const missing = at(model.required, s) & ~met;
  const phases = instance.schools[s]?.phases.length ?? 0;
  const phaseBits = phases > 1 ? ((1 << phases) - 1) << 1 : 0;
  const found: [boolean, UnplacedReason][] = [
    [eligible.length < teamSize, 'too-few-reviewers'],
    [heads < instance.config.minHeads, 'no-head'],
    [(missing & leadBit) !== 0, 'no-lead'],
    [(missing & ~phaseBits & ~leadBit) !== 0, 'no-focus-expertise'],
    [(missing & phaseBits) !== 0, 'no-phase-cover'],
  ];
  return found.flatMap(([applies, reason]) => (applies ? [reason] : []));
}
