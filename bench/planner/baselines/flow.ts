import type { Instance, Leader, Schedule, School } from '../../../packages/planner/src/instance.ts';
import { type Board, createBoard, seat, writeBoard } from './board.ts';
import { findCheapest } from './cheapest-review.ts';
import { fillGreedily, hardestFirst } from './greedy.ts';
import { addArc, createNetwork, flowOf, type Network, sendFlow } from './min-cost-flow.ts';

/** What a seat that stays empty costs: more than any reviewer. */
const emptySeat = 3000;

/**
 * Baseline: leaders to seats by min-cost flow (pair costs, convex load, capacities, enough heads), which knows nothing of
 * leads, focus, phases, homes, reciprocity and days. Then school by school, hardest first, what it gave is mended by
 * swapping one person, else two, else all; what cannot be mended is left out.
 */
export function planByFlow(season: Instance): Schedule {
  const board = createBoard(season);
  const teams = assign(board);
  for (const host of hardestFirst(board)) {
    const found = mend(board, host, teams.get(host.id) ?? []);
    if (found) seat(board, found);
  }
  fillGreedily(board);
  return writeBoard(board);
}

/** The cheapest legal review that keeps as many of the team as any can. */
function mend(board: Board, host: School, team: readonly Leader[]) {
  for (let leave = 0; leave < team.length; leave++) {
    const found = without(team, leave)
      .flatMap((keep) => findCheapest(board, host, keep) ?? [])
      .toSorted((a, b) => a.cost - b.cost);
    if (found[0]) return found[0].seated;
  }
  return undefined;
}

/** Every way to leave out so many of a list. */
function without<T>(list: readonly T[], leave: number): T[][] {
  if (leave === 0) return [[...list]];
  return list.flatMap((_, i) => {
    const before = list.slice(0, i);
    return without(list.slice(i + 1), leave - 1).map((rest) => [...before, ...rest]);
  });
}

function assign(board: Board): Map<string, Leader[]> {
  const { season, hosts, candidates } = board;
  const { teamSize, minHeads } = season.config;
  const first = 2 + season.units.length + season.leaders.length;
  const network = createNetwork(first + 3 * hosts.length);
  const nodeOf = addLeaders(board, network);
  const seats: { arc: number; host: School; leader: Leader }[] = [];
  hosts.forEach((host, h) => {
    const [heads, others, team] = [first + 3 * h, first + 3 * h + 1, first + 3 * h + 2] as const;
    addArc(network, heads, team, teamSize, 0);
    addArc(network, others, team, Math.max(0, teamSize - minHeads), 0);
    addArc(network, 0, team, teamSize, emptySeat);
    addArc(network, team, 1, teamSize, 0);
    for (const { leader, cost } of candidates.get(host.id) ?? []) {
      const node = nodeOf.get(leader.id) ?? 0;
      const arc = addArc(network, node, leader.role === 'head' ? heads : others, 1, cost);
      seats.push({ arc, host, leader });
    }
  });
  sendFlow(network, 0, 1);
  const teams = new Map(hosts.map(({ id }) => [id, [] as Leader[]]));
  for (const { arc, host, leader } of seats) if (flowOf(network, arc) > 0) teams.get(host.id)?.push(leader);
  return teams;
}

/** Source → units → leaders, each further review of a leader by what it adds to the load cost. */
function addLeaders({ season }: Board, network: Network): Map<string, number> {
  const { load } = season.config.weights;
  const unitNode = new Map(
    season.units.map(({ id, maxDays }, u) => {
      addArc(network, 0, 2 + u, maxDays, 0);
      return [id, 2 + u];
    }),
  );
  return new Map(
    season.leaders.map(({ id, unitId, maxReviews, targetHalfDays }, l) => {
      const node = 2 + season.units.length + l;
      const off = (reviews: number) => Math.abs(2 * reviews - targetHalfDays);
      for (let k = 0; k < maxReviews; k++) {
        // Raised alike for all, so that no arc costs less than nothing.
        const cost = load * (2 + off(k + 1) - off(k));
        addArc(network, unitNode.get(unitId) ?? 0, node, 1, cost);
      }
      return [id, node];
    }),
  );
}
