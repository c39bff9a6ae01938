import type { Standing } from '@lateral/domain/seasons/standing';
import { shortDay, weekdayShort } from '../ui/days.ts';
import type { Review } from './arrange.ts';
import { ChipFace, chipClass } from './chip-face.tsx';
import { usePlacing } from './placing.ts';
import { ReviewLink } from './review-link.tsx';
import { saySeats, sayStanding, seatsOf } from './standing-words.ts';

type Props = { review: Review; standing: Standing; isOpen: boolean };

/** One review on the timeline: its day and its seats, looking as it stands. */
export function ReviewChip({ review, standing, isOpen }: Props) {
  const { schoolId, schoolName, day } = review;
  const look = standing === 'none' ? 'draft' : standing;
  const placing = usePlacing();
  const canMove = placing !== null && standing !== 'done';
  const seats = seatsOf(review, standing);
  const said = [sayStanding(review, standing), saySeats(seats)].filter(Boolean).join(', ');
  return (
    <ReviewLink
      change={{ school: schoolId }}
      data-review={schoolId}
      draggable={canMove}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.effectAllowed = 'move';
        // A drag ends at once where the page changes while it begins.
        if (canMove) setTimeout(() => placing.begin(schoolId, false));
      }}
      {...(canMove && { 'aria-keyshortcuts': 'M' })}
      aria-label={`${weekdayShort(day)} ${shortDay(day)}: ${schoolName}, ${said}`}
      aria-current={isOpen || undefined}
      className={`${chipClass(look)} hover:ring-2 hover:ring-good-mid ${isOpen ? 'ring-2 ring-pen ring-offset-1 ring-offset-surface' : ''}`}
    >
      <ChipFace day={day} standing={look} seats={seats} />
    </ReviewLink>
  );
}
