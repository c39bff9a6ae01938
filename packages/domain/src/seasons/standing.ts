import { type Booked, hasCome } from '../reviews/changes.ts';
import type { SeatState } from '../reviews/states.ts';

/** How far a school's review has come; "none" has no day. */
export const stages = ['done', 'booked', 'asked', 'draft', 'none'] as const;
export type Stage = (typeof stages)[number];

/** How a review stands: what presses first, else how far it has come. */
export const standings = ['clash', 'short', ...stages] as const;
export type Standing = (typeof standings)[number];

/** What of a season is looked at: reviews short of people, those that clash, those not published, schools without a day. */
export const seasonTabs = ['short', 'clashes', 'changed', 'none'] as const;
export type SeasonTab = (typeof seasonTabs)[number];

/** What there is to know of a review that has a day. */
export type Known = {
  /** The review as people know it; null for one that they do not know of. */
  booking: Pick<Booked, 'day' | 'state'> | null;
  /** Whether publishing would change it. */
  isChanged: boolean;
  team: readonly { answer: SeatState | null }[];
  /** Seats that nobody has. */
  empty: number;
  clashes: readonly unknown[];
};

/** A review is booked when everybody on it has said yes. */
export function stageOf(review: Known | null, today: string): Stage {
  if (!review) return 'none';
  const { booking, isChanged, team, empty } = review;
  if (booking && hasCome(booking, today)) return 'done';
  if (!booking || isChanged) return 'draft';
  return empty === 0 && team.every(({ answer }) => answer === 'accepted') ? 'booked' : 'asked';
}

export function standingOf(review: Known | null, today: string): Standing {
  const stage = stageOf(review, today);
  if (!review || stage === 'done') return stage;
  if (review.clashes.length > 0) return 'clash';
  return review.empty > 0 ? 'short' : stage;
}

/** Whether a school belongs on a tab. One review may be on several: short of people and not published. */
export function isOnTab(tab: SeasonTab, review: Known | null, today: string): boolean {
  const stage = stageOf(review, today);
  if (!review || tab === 'none') return tab === stage;
  if (stage === 'done') return false;
  if (tab === 'short') return review.empty > 0;
  return tab === 'clashes' ? review.clashes.length > 0 : stage === 'draft';
}

type Asked = Known & { team: readonly { personId: string; answer: SeatState | null }[] };

/** Who has been asked for a review that is still to come and has not said yes or no; each person once. */
export function listUnanswered(reviews: readonly Asked[], today: string): string[] {
  const ahead = reviews.filter((review) => stageOf(review, today) !== 'done');
  const seats = ahead.flatMap(({ team }) => team).filter(({ answer }) => answer === 'asked');
  return [...new Set(seats.map(({ personId }) => personId))];
}
