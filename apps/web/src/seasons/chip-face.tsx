import type { Standing } from '@lateral/domain/seasons/standing';
import { Check } from 'lucide-react';
import { weekdayShort } from '../ui/days.ts';
import { type Seat, SeatDots } from './seat-dots.tsx';

type Placed = Exclude<Standing, 'none'>;

/** Fill, outline and hatching of each, so that they differ without their colours. */
const looks: Record<Placed, string> = {
  done: 'border-transparent bg-sunken text-muted',
  booked: 'border-transparent bg-good-soft text-ink print:border-current',
  asked: 'border-good bg-surface text-ink',
  draft: 'border-dashed border-control bg-surface text-ink',
  short: 'border-risk bg-surface text-risk',
  clash: 'border-risk bg-risk-soft text-risk',
};

/** On paper a sign stands for the dots. */
const signs: Record<Placed, string> = {
  done: '✓',
  booked: '●',
  asked: '◐',
  draft: '',
  short: '○',
  clash: '✕',
};

export const chipClass = (standing: Placed) =>
  `relative grid h-9 w-full place-items-center content-center gap-0.5 overflow-hidden rounded-md border-[1.5px] text-chart leading-none font-semibold whitespace-nowrap no-underline print:flex print:h-[3mm] print:justify-center print:gap-px print:rounded-xs print:border-[0.75px] print:p-0 print:text-[6.2pt] ${looks[standing]}`;

type Props = { day: string; standing: Placed; seats: readonly Seat[] };

/** What a chip shows: the day (on paper, two letters of it), and the seats; a tick where it is done, a hatched edge where it clashes. */
export function ChipFace({ day, standing, seats }: Props) {
  const weekday = weekdayShort(day);
  return (
    <>
      {standing === 'clash' && (
        <span aria-hidden className="hatched absolute inset-y-0 right-0 w-2 text-risk print:hidden" />
      )}
      <span aria-hidden className="hidden print:inline">
        {signs[standing]}
      </span>
      <span>
        {weekday.slice(0, 2)}
        <span className="print:hidden">{weekday.slice(2)}</span> {Number(day.slice(8))}
      </span>
      {standing === 'done' ? (
        <Check aria-hidden className="size-3 print:hidden" />
      ) : (
        <SeatDots
          seats={seats}
          className={`print:hidden ${standing === 'booked' || standing === 'asked' ? 'text-good' : ''}`}
        />
      )}
    </>
  );
}
