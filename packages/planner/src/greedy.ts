import { at } from './columns.ts';
import type { Model } from './compile.ts';
import { type Draft, loadStep, seat } from './draft.ts';
import { findTeam } from './find-team.ts';
import { hasRoom } from './rules.ts';
import { isFreeOn, type Search, settle } from './search.ts';

/** Fills an empty draft: what was planned before and is still legal, then the other schools, the hardest first. */
export function buildDraft(draft: Draft, search: Search): void {
  const { model } = draft;
  keepPrevious(draft, search);
  const choice = (s: number) => model.candidates[s]?.length ?? 0;
  const open = model.hosts
    .filter((s) => at(draft.size, s) === 0)
    .sort((a, b) => choice(a) - choice(b) || a - b);
  for (const s of open) {
    const day = findTeam(draft, search, s);
    if (day >= 0) seat(draft, s, day, search.team, model.teamSize);
  }
}

/**
 * Seats previous reviews, announced ones first: as they were; or on their old day with others in the seats of those who
 * cannot come; or, with the old team, on another day. Reviews that stand as they were go before those to be mended.
 */
function keepPrevious(draft: Draft, search: Search): void {
  const { model } = draft;
  const { instance, calendar, leaderIndex } = model;
  const hostOf = new Map(model.hosts.map((s) => [instance.schools[s]?.id, s]));
  for (const status of ['announced', 'draft'] as const) {
    const broken: Previous[] = [];
    for (const review of instance.previous.filter((one) => one.status === status)) {
      const s = hostOf.get(review.school);
      const members = review.team.map((id) => leaderIndex.get(id) ?? -1);
      if (s === undefined || members.length !== model.teamSize) continue;
      const one = { s, members, day: calendar.dates.indexOf(review.date) };
      if (!keepAsItWas(draft, search, one)) broken.push(one);
    }
    for (const one of broken) mend(draft, search, one);
  }
}

interface Previous {
  s: number;
  members: number[];
  day: number;
}

function keepAsItWas(draft: Draft, search: Search, { s, members, day }: Previous): boolean {
  const { model } = draft;
  if (day < 0 || !members.every((l) => isCandidate(model, s, l))) return false;
  const team = Int32Array.from(members);
  if (settle(draft, search, s, team, day) !== day) return false;
  seat(draft, s, day, team, model.teamSize);
  return true;
}

const isCandidate = ({ candidates }: Model, s: number, l: number) => candidates[s]?.includes(l) ?? false;

/** Others in the seats of those who cannot come on the old day; failing that, the old team on another day. */
function mend(draft: Draft, search: Search, previous: Previous): void {
  const { model } = draft;
  const { s, members, day } = previous;
  const able = (l: number) => isCandidate(model, s, l) && hasRoom(draft, l) && isFreeOn(draft, l, day);
  const team = day < 0 ? null : substitute(draft, search, previous, members.filter(able));
  if (team) {
    seat(draft, s, day, team, model.teamSize);
    return;
  }
  if (!members.every((l) => isCandidate(model, s, l))) return;
  const old = Int32Array.from(members);
  const other = settle(draft, search, s, old, -1);
  if (other >= 0) seat(draft, s, other, old, model.teamSize);
}

/** Candidates tried in the first of several empty seats. */
const tried = 60;

/** The cheapest substitutes that complete a team on its day, found seat by seat; null where there are none. */
function substitute(draft: Draft, search: Search, { s, day }: Previous, kept: number[]): Int32Array | null {
  const { model } = draft;
  if (kept.length === model.teamSize) kept.pop();
  const open = model.teamSize - kept.length;
  const free = [...(model.candidates[s] ?? [])]
    .filter((l) => !kept.includes(l) && hasRoom(draft, l) && isFreeOn(draft, l, day))
    .map((l) => ({ l, cost: at(model.pair, s * model.leaderCount + l) + loadStep(draft, l, 1) }))
    .sort((a, b) => a.cost - b.cost || a.l - b.l)
    .map(({ l }) => l);
  const extend = (team: readonly number[], left: number, from: number): Int32Array | null => {
    if (left === 0) {
      const whole = Int32Array.from(team);
      return settle(draft, search, s, whole, day) === day ? whole : null;
    }
    const last = left === 1 ? free.length : Math.min(free.length, from + tried);
    for (let k = from; k < last; k++) {
      const found = extend([...team, free[k] as number], left - 1, k + 1);
      if (found) return found;
    }
    return null;
  };
  return open > 2 ? null : extend(kept, open, 0);
}
