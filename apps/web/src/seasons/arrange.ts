import type { Calendar } from '@lateral/contract/calendars';
import type { Board, Season } from '@lateral/contract/seasons';
import { addDays, mondayOf } from '@lateral/domain/calendars/weeks';
import type { Phase } from '@lateral/domain/schools/phases';
import { type Stage, type Standing, stageOf, standingOf } from '@lateral/domain/seasons/standing';

export type Review = Board['reviews'][number];
export type Week = Board['weeks'][number];
export type Cluster = Board['clusters'][number];
/** One school on the board: its review, or the reasons why it has none. */
export type Row = {
  schoolId: string;
  name: string;
  clusterId: string | null;
  phase: Phase | null;
  review: Review | null;
  /** How far its review has come. */
  stage: Stage;
  /** What presses first of it. */
  standing: Standing;
  reasons: readonly string[];
  /** How many days of each week it cannot host, by the week's Monday. */
  blocked: ReadonlyMap<string, number>;
};

/** Every school of the season: those without a date first, then by date. */
export function listRows(board: Board, today: string): Row[] {
  const blocked = new Map(board.blocked.map(({ schoolId, days }) => [schoolId, countByWeek(days)]));
  const none = new Map<string, number>();
  const rows = [
    ...board.unplaced.map(({ schoolName, ...rest }) => ({ ...rest, name: schoolName, review: null })),
    ...board.reviews.map((review) => ({
      schoolId: review.schoolId,
      name: review.schoolName,
      clusterId: review.clusterId,
      phase: review.phase,
      review,
      reasons: [],
    })),
  ].map((row) => ({
    ...row,
    stage: stageOf(row.review, today),
    standing: standingOf(row.review, today),
    blocked: blocked.get(row.schoolId) ?? none,
  }));
  const dayOf = ({ review }: Row) => review?.day ?? '';
  return rows.sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.name.localeCompare(b.name));
}

function countByWeek(days: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) {
    const monday = mondayOf(day);
    if (day <= addDays(monday, 4)) counts.set(monday, (counts.get(monday) ?? 0) + 1);
  }
  return counts;
}

/** A cluster's rows as the timeline shows them: no date yet, then dates within these weeks, then the others. */
export function orderForWeeks(rows: readonly Row[], weeks: readonly Week[]): Row[] {
  const shown = new Set(weeks.map(({ monday }) => monday));
  const rank = ({ review }: Row) => (review === null ? 0 : shown.has(mondayOf(review.day)) ? 1 : 2);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

/** How many reviews each week holds, by its Monday. */
export function countReviews(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { review } of rows) {
    if (!review) continue;
    const monday = mondayOf(review.day);
    counts.set(monday, (counts.get(monday) ?? 0) + 1);
  }
  return counts;
}

export const daysShort = ({ supply }: { supply: Season['supply'] }) =>
  Math.max(0, supply.needed - supply.available);

type Terms = Calendar['terms'];

/** The terms to show: those that the address names; else the one that is now (or comes next) and the one after. */
export function chooseTerms(terms: Terms, asked: string | undefined, today: string): string[] {
  if (asked === 'all') return terms.map(({ name }) => name);
  const named = asked?.split(',') ?? [];
  const found = terms.filter(({ name }) => named.includes(name)).map(({ name }) => name);
  if (found.length > 0) return found;
  const now = terms.findIndex(({ end }) => end >= today);
  const from = now < 0 ? Math.max(0, terms.length - 2) : now;
  return terms.slice(from, from + 2).map(({ name }) => name);
}

/** The season's weeks within the chosen terms, with the holidays that lie between them. */
export function chooseWeeks(weeks: readonly Week[], terms: Terms, chosen: readonly string[], season: Season) {
  const inSeason = weeks.filter(
    ({ monday }) => monday >= mondayOf(season.windowStart) && monday <= season.windowEnd,
  );
  const own = terms.filter(({ name }) => chosen.includes(name));
  if (own.length === 0) return inSeason;
  const isOf = ({ monday }: Week) =>
    own.some(({ start, end }) => start <= addDays(monday, 4) && monday <= end);
  const first = inSeason.findIndex(isOf);
  const last = inSeason.findLastIndex(isOf);
  return inSeason.filter((week, at) => at >= first && at <= last && (isOf(week) || week.isHoliday));
}
