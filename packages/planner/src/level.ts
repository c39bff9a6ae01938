import { at, hasDay } from './columns.ts';
import { type Draft, lift, reviewCost, seat, spreadStep } from './draft.ts';
import { intersectDays, type Search } from './search.ts';

/** Passes over the schools; most weeks are level after two. */
const passes = 6;

/**
 * Evens out the weeks of a finished draft. The score asks only for a spread over terms, so that days inside a term
 * are equal and fall by chance; people would rather have four reviews every week than twenty in the last one. A
 * review moves only to a day that costs no more, into a week that is then no busier than the one it left.
 */
export function levelWeeks(draft: Draft, search: Search): void {
  const { model } = draft;
  const { weekOf } = model.calendar;
  const week = countWeeks(draft, weekOf);
  const team = new Int32Array(model.teamWidth);
  for (let pass = 0; pass < passes; pass++) {
    let moved = 0;
    for (const s of model.hosts) moved += moveToQuietWeek(draft, search, s, team, week, weekOf) ? 1 : 0;
    if (moved === 0) return;
  }
}

interface Weeks {
  /** Reviews, and candidate days, by week. */
  reviews: number[];
  days: number[];
}

function countWeeks({ day }: Draft, weekOf: readonly number[]): Weeks {
  const length = Math.max(0, ...weekOf) + 1;
  const weeks: Weeks = { reviews: new Array(length).fill(0), days: new Array(length).fill(0) };
  for (const w of weekOf) weeks.days[w] = (weeks.days[w] ?? 0) + 1;
  for (const d of day) if (d >= 0) step(weeks.reviews, weekOf[d] ?? 0, 1);
  return weeks;
}

function step(counts: number[], w: number, by: 1 | -1): void {
  counts[w] = (counts[w] ?? 0) + by;
}

/** How busy a week would be with one review more, by the days it has: a week of three days carries less. */
function busy({ reviews, days }: Weeks, w: number): number {
  return ((reviews[w] ?? 0) + 1) / Math.max(1, days[w] ?? 0);
}

function moveToQuietWeek(
  draft: Draft,
  search: Search,
  s: number,
  team: Int32Array,
  weeks: Weeks,
  weekOf: readonly number[],
): boolean {
  const { model } = draft;
  if (at(draft.size, s) === 0 || at(model.isLocked, s) === 1) return false;
  const from = lift(draft, s, team);
  const fromWeek = weekOf[from] ?? 0;
  step(weeks.reviews, fromWeek, -1);
  intersectDays(draft, search, s, team);
  const limit = dayCost(draft, s, from, team);
  let best = from;
  for (let d = 0; d < model.dayCount; d++) {
    if (!hasDay(search.days, 0, d) || busy(weeks, weekOf[d] ?? 0) >= busy(weeks, weekOf[best] ?? 0)) continue;
    if (dayCost(draft, s, d, team) <= limit) best = d;
  }
  seat(draft, s, best, team, model.teamSize);
  step(weeks.reviews, weekOf[best] ?? 0, 1);
  return best !== from;
}

/** What the day adds to the cost of a review whose team stands. */
function dayCost(draft: Draft, s: number, d: number, team: Int32Array): number {
  return reviewCost(draft.model, s, d, team, draft.model.teamSize) + spreadStep(draft, s, d);
}
