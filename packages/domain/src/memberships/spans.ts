import type { Terms } from '../agreements/terms.ts';
import { schoolYearOf } from '../calendars/london.ts';
import { addDays } from '../calendars/weeks.ts';

/**
 * Why a membership has a last day: its year under a yearly agreement is over (`term`), the school gave notice
 * (`notice`), it lapsed when the school was converted (`lapsed`), or the broker ended it (`broker`).
 */
export const endReasons = ['term', 'notice', 'lapsed', 'broker'] as const;
export type EndReason = (typeof endReasons)[number];

/** A membership: its first day, and its last (both included), null while none is set. Days are `YYYY-MM-DD`, in London. */
export type Span = { from: string; to: string | null };

/** Whether a membership holds on a day. */
export const holdsOn = ({ from, to }: Span, day: string) => from <= day && (to === null || day <= to);

/** The last day of a membership that begins, or is renewed from, a day; null when the agreement sets none. */
export function lastDay({ renewal }: Terms, from: string): string | null {
  if (renewal === 'none') return null;
  // Whoever joins in the last months of a year joins for the next as well.
  const year = schoolYearOf(from) + (from.slice(5) >= '06-01' && from.slice(5) <= '08-31' ? 2 : 1);
  return `${year}-08-31`;
}

/** The last day of a membership that gives notice on a day; one that ends sooner by itself still does. */
export function lastDayAfterNotice({ noticeWeeks }: Terms, day: string, to: string | null): string {
  const last = addDays(day, noticeWeeks * 7);
  return to !== null && to < last ? to : last;
}
