import type { Leader, School } from '../../../packages/planner/src/instance.ts';
import type { Board, Days, Seated } from './board.ts';
import { dayCost, focusCost, freeDays, hasRoom, haveUnits, isTeam, loadStep, openDays } from './rules.ts';

interface Option {
  leader: Leader;
  cost: number;
  days: Days;
}

/** Teams to look at for one host, at most. */
const patience = 100_000;

/**
 * The cheapest legal team and day for a host that has no review, as the board stands: all teams are tried, cheapest
 * people first, cut off where none can be cheaper. Members of `keep` are in the team. Nothing if there is none.
 */
export function findCheapest(
  board: Board,
  host: School,
  keep: readonly Leader[] = [],
): { cost: number; seated: Seated } | undefined {
  const { teamSize, weights } = board.season.config;
  const options = listOptions(board, host);
  const kept = options.filter(({ leader }) => keep.includes(leader));
  if (kept.length < keep.length) return undefined;
  const others = options.filter(({ leader }) => !keep.includes(leader));
  let best: { cost: number; seated: Seated } | undefined;
  let left = patience;
  const settle = (team: Leader[], cost: number, days: Days) => {
    left--;
    if (!isTeam(board, host, team) || !haveUnits(board, team)) return;
    const people = cost + focusCost(board, host, team);
    days.forEach((flag, d) => {
      const total = flag === 1 ? people + dayCost(board, host, team, d) : Infinity;
      if (total < (best?.cost ?? Infinity)) best = { cost: total, seated: { host, team, day: d } };
    });
  };
  const extend = (start: number, team: Leader[], cost: number, days: Days) => {
    if (team.length === teamSize) return settle(team, cost, days);
    for (let i = start; i < others.length && left > 0; i++) {
      const option = others[i] as Option;
      const least = cost + (teamSize - team.length) * option.cost - weights.spread;
      if (least >= (best?.cost ?? Infinity)) return;
      const common = intersect(days, option.days);
      if (common) extend(i + 1, [...team, option.leader], cost + option.cost, common);
    }
  };
  const days = kept.reduce<Days | undefined>(
    (common, option) => common && intersect(common, option.days),
    openDays(board, host),
  );
  if (days)
    extend(
      0,
      kept.map(({ leader }) => leader),
      kept.reduce((sum, { cost }) => sum + cost, 0),
      days,
    );
  return best;
}

function listOptions(board: Board, host: School): Option[] {
  return (board.candidates.get(host.id) ?? [])
    .filter(({ leader }) => hasRoom(board, host, leader))
    .map(({ leader, cost }) => ({
      leader,
      cost: cost + loadStep(board, leader),
      days: freeDays(board, leader),
    }))
    .toSorted((a, b) => a.cost - b.cost);
}

function intersect(some: Days, others: Days): Days | undefined {
  const common = some.map((flag, d) => flag & (others[d] ?? 0));
  return common.includes(1) ? common : undefined;
}
