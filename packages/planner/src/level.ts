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
  /** Reviews, and candidate days, by week; and reviews by day. */
  reviews: number[];
  days: number[];
  onDay: number[];
}

function countWeeks({ day }: Draft, weekOf: readonly number[]): Weeks {
  const length = Math.max(0, ...weekOf) + 1;
  const empty = () => new Array<number>(length).fill(0);
  const weeks: Weeks = { reviews: empty(), days: empty(), onDay: new Array(weekOf.length).fill(0) };
  for (const w of weekOf) weeks.days[w] = (weeks.days[w] ?? 0) + 1;
  for (const d of day) if (d >= 0) count(weeks, weekOf, d, 1);
  return weeks;
}

function count({ reviews, onDay }: Weeks, weekOf: readonly number[], d: number, by: 1 | -1): void {
  const w = weekOf[d] ?? 0;
  reviews[w] = (reviews[w] ?? 0) + by;
  onDay[d] = (onDay[d] ?? 0) + by;
}

/** Far less than one review more or less in any week, so that days decide only between weeks that are level. */
const dayShare = 0.001;

/** How busy a week would be with one review more, by the days it has (a week of three days carries less); then the day. */
function busy({ reviews, days, onDay }: Weeks, weekOf: readonly number[], d: number): number {
  const w = weekOf[d] ?? 0;
  return ((reviews[w] ?? 0) + 1) / Math.max(1, days[w] ?? 0) + dayShare * (onDay[d] ?? 0);
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
  count(weeks, weekOf, from, -1);
  intersectDays(draft, search, s, team);
  const limit = dayCost(draft, s, from, team);
  let best = from;
  for (let d = 0; d < model.dayCount; d++) {
    if (!hasDay(search.days, 0, d) || busy(weeks, weekOf, d) >= busy(weeks, weekOf, best)) continue;
    if (dayCost(draft, s, d, team) <= limit) best = d;
  }
  seat(draft, s, best, team, model.teamSize);
  count(weeks, weekOf, best, 1);
  return best !== from;
}

/** What the day adds to the cost of a review whose team stands. */
function dayCost(draft: Draft, s: number, d: number, team: Int32Array): number {
  return reviewCost(draft.model, s, d, team, draft.model.teamSize) + spreadStep(draft, s, d);
}
