import { shortDay, weekdayShort } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import type { Review } from './arrange.ts';
import { ReviewLink } from './review-link.tsx';
import { SeatDots } from './seat-dots.tsx';

const dayNumber = (day: string) => Number(day.slice(8));

/** One review on the timeline: its day and its seats, dashed because it is a draft. */
export function ReviewChip({ review, isOpen }: { review: Review; isOpen: boolean }) {
  const { schoolId, schoolName, day, team } = review;
  return (
    <ReviewLink
      change={{ school: schoolId }}
      data-review={schoolId}
      aria-label={`${weekdayShort(day)} ${shortDay(day)}: ${schoolName}, draft, ${plural(team.length, 'reviewer')}`}
      aria-current={isOpen || undefined}
      className={`grid h-9 w-full place-items-center content-center gap-0.5 rounded-md border-[1.5px] border-dashed bg-surface text-chart leading-none font-semibold whitespace-nowrap text-ink no-underline hover:bg-good-soft print:h-auto print:rounded-sm print:border-0 print:bg-good-soft print:py-0.5 print:text-[8px] ${isOpen ? 'border-pen bg-pen-soft ring-2 ring-pen ring-offset-1 ring-offset-surface' : 'border-control'}`}
    >
      <span>
        {weekdayShort(day)} {dayNumber(day)}
      </span>
      <SeatDots count={team.length} className="text-good print:hidden" />
    </ReviewLink>
  );
}
