import type { Leader, School } from '../../../packages/planner/src/instance.ts';
import type { Board } from './board.ts';
import { addAmount, addChoice, addRow, type Program } from './program.ts';
import { hostDayCost } from './rules.ts';

/** What leaving a school out costs: more than a review could save. */
export const leftOut = 20_000;

/** One host's columns for its day. */
export interface DayColumns {
  host: School;
  /** 1 if the host has no review. */
  none: number;
  /** Candidate day → its column. */
  on: Map<number, number>;
}

/** Gives a host a day out of those that are allowed, each at its cost, or none at all. */
export function addDays(
  program: Program,
  board: Board,
  host: School,
  days: readonly number[],
  costOf: (d: number) => number = () => 0,
): DayColumns {
  const none = addChoice(program, leftOut);
  const on = new Map(
    days.map((d) => [d, addChoice(program, hostDayCost(board, host, d) + costOf(d))] as const),
  );
  addRow(program, 1, 1, [[none, 1], ...[...on.values()].map((column) => [column, 1] as const)]);
  return { host, none, on };
}

/** The cost of a main cluster's reviews that lie outside their share of a term. */
export function addSpread(program: Program, board: Board, hosts: readonly DayColumns[]): void {
  const { calendar, season, spread } = board;
  const { weights } = season.config;
  for (const [cluster, bounds] of spread) {
    const members = hosts.filter(({ host }) => host.clusterIds[0] === cluster);
    bounds.forEach(({ low, high }, term) => {
      const columns = members.flatMap(({ on }) =>
        [...on].flatMap(([d, column]) => (calendar.termOf[d] === term ? [[column, 1] as const] : [])),
      );
      const [over, under] = [addAmount(program, weights.spread), addAmount(program, weights.spread)];
      addRow(program, -Infinity, high, [...columns, [over, -1]]);
      addRow(program, low, Infinity, [...columns, [under, 1]]);
    });
  }
}

/** The chosen day of a host in a solution, or nothing if it has none. */
export function dayIn(values: readonly number[], { on }: DayColumns): number | undefined {
  for (const [d, column] of on) if ((values[column] ?? 0) > 0.5) return d;
  return undefined;
}

/** A school's people who cannot be out on one day: two of a role, or any two where only one may be. */
export function mayNotBothBeOut(board: Board, some: Leader, other: Leader): boolean {
  if (some.id === other.id) return true;
  const shared = (board.homesOf.get(some.id) ?? []).filter(({ id }) => other.schoolIds.includes(id));
  return shared.length > 0 && (some.role === other.role || shared.some(({ maxOut }) => maxOut < 2));
}
