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

export type Ending = Span & { endsWhy: EndReason | null };

/**
 * A school's membership once it has signed and co-signed a version: it begins, or goes on under the new terms. Whoever
 * has given notice, or whose membership was ended, has not changed that by signing; a year that was renewed already
 * stays renewed.
 * @param current the membership that holds on the day; null when none does
 */
export function spanAfterSigning(current: Ending | null, terms: Terms, day: string): Ending {
  if (current?.endsWhy && current.endsWhy !== 'term') return current;
  const from = current?.from ?? day;
  const last = lastDay(terms, day);
  if (last === null) return { from, to: null, endsWhy: null };
  const isRenewed = current?.to !== undefined && current.to !== null && current.to > last;
  return { from, to: isRenewed ? current.to : last, endsWhy: 'term' };
}

/** How many days before its last day a membership can be renewed. */
export const renewalDays = 90;

/** The last day of a membership once it is renewed for another year. */
export const lastDayRenewed = (to: string) => `${Number(to.slice(0, 4)) + 1}${to.slice(4)}`;

/** The last day of a membership that gives notice on a day; one that ends sooner by itself still does. */
export function lastDayAfterNotice({ noticeWeeks }: Terms, day: string, to: string | null): string {
  const last = addDays(day, noticeWeeks * 7);
  return to !== null && to < last ? to : last;
}
