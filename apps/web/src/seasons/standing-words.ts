import type { Standing } from '@lateral/domain/seasons/standing';
import { plural } from '../ui/plural.ts';
import type { Status } from '../ui/status-tag.tsx';
import type { Review } from './arrange.ts';
import type { Seat } from './seat-dots.tsx';

/** How a review stands, in a word or two. */
export const standingWords: Record<Standing, string> = {
  clash: 'Clash',
  short: 'Needs people',
  draft: 'Draft',
  asked: 'Asked',
  booked: 'Booked',
  done: 'Done',
  none: 'No date yet',
};

/** The tag that goes with it. */
export const standingTags: Record<Standing, Status> = {
  clash: 'clash',
  short: 'problem',
  draft: 'not-started',
  asked: 'asked',
  booked: 'done',
  done: 'done',
  none: 'waiting',
};

/** The same in a sentence, for the panel of one school. */
export function sayStanding(review: Review | null, standing: Standing): string {
  if (standing === 'short' && review)
    return review.empty === 1 ? 'Needs one reviewer' : `Needs ${review.empty} reviewers`;
  if (standing === 'draft') return review?.booking ? 'Changed, not published' : 'Draft, not published';
  if (standing === 'asked') return 'Asked, not all have answered';
  return standing === 'booked' ? 'Booked, all have said yes' : standingWords[standing];
}

/** What is wrong with a review, under its name. */
export const sayTrouble = ({ clashes, empty }: Review) =>
  clashes.length > 0 ? 'Clash' : `Needs ${plural(empty, 'reviewer')}`;

/** The seats of a review, those who have said yes first. Of a review that is done, nobody asks any more. */
export function seatsOf({ team, empty }: Review, standing: Standing): Seat[] {
  if (standing === 'done') return [];
  const count = (which: string | null) => team.filter(({ answer }) => answer === which).length;
  const some = (seat: Seat, many: number) => Array.from({ length: many }, () => seat);
  const [yes, asked] = [count('accepted'), count('asked')];
  return [
    ...some('yes', yes),
    ...some('asked', asked),
    ...some('chosen', team.length - yes - asked),
    ...some('empty', empty),
  ];
}

/** The seats in words, for whoever hears the chip: "2 said yes, 1 asked". */
export function saySeats(seats: readonly Seat[]): string {
  const words: Record<Seat, string> = {
    yes: 'said yes',
    asked: 'asked',
    chosen: 'not told yet',
    empty: 'empty',
  };
  const kinds = [...Map.groupBy(seats, (seat) => seat)];
  return kinds.map(([seat, { length }]) => `${length} ${words[seat]}`).join(', ');
}
