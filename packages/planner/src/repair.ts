import { at } from './columns.ts';
import { lift, seat } from './draft.ts';
import { findTeam } from './find-team.ts';
import { type Bench, pickRival } from './moves.ts';

/** How many reviews one chain may displace, and how many rivals are tried at each link. */
const chainLength = 3;
const rivalsTried = 5;

/**
 * Places schools that have no review by ejection chains: a school takes a place, the displaced one takes another, and
 * so on. A chain is kept only if it ends with everyone placed. Returns the searches made; ends when `fraction` is 1.
 */
export function repair(bench: Bench, fraction: (taken: number) => number): number {
  const { draft } = bench;
  let taken = 0;
  const left = () => draft.model.hosts.filter((s) => at(draft.size, s) === 0);
  for (let open = left(); open.length > 0; open = left()) {
    for (const s of open) {
      taken += 64;
      if (fraction(taken) >= 1) return taken;
      place(bench, s, chainLength);
    }
  }
  return taken;
}

function place(bench: Bench, s: number, links: number): boolean {
  const { draft, search, random } = bench;
  const { teamSize } = draft.model;
  const day = findTeam(draft, search, s, { jitter: 300, patience: 600 });
  if (day >= 0) seat(draft, s, day, search.team, teamSize);
  if (day >= 0 || links === 0) return day >= 0;
  const was = new Int32Array(draft.model.teamWidth);
  for (let tries = 0; tries < rivalsTried; tries++) {
    const rival = pickRival(draft, random, s);
    if (rival < 0) continue;
    const rivalDay = lift(draft, rival, was);
    const next = findTeam(draft, search, s, { jitter: 300, patience: 600 });
    if (next >= 0) {
      seat(draft, s, next, search.team, teamSize);
      if (place(bench, rival, links - 1)) return true;
      lift(draft, s, search.team);
    }
    seat(draft, rival, rivalDay, was, teamSize);
  }
  return false;
}
