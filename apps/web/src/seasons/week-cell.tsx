import { mondayOf } from '@lateral/domain/calendars/weeks';
import type { DragEvent } from 'react';
import { plural } from '../ui/plural.ts';
import type { Row, Week } from './arrange.ts';
import { FitCell } from './fit-cell.tsx';
import { type Placing, usePlacing } from './placing.ts';
import { ReviewChip } from './review-chip.tsx';

type Props = { week: Week; row: Row; isOpen: boolean; isNow: boolean };

/** One week of one school: its review, how many reviewers fit, or when it cannot host. */
export function WeekCell({ week, row, isOpen, isNow }: Props) {
  const placing = usePlacing();
  const own = placing?.schoolId === row.schoolId ? placing : null;
  const ground = isOpen ? 'bg-pen-soft' : isNow ? 'bg-now' : '';
  return (
    <td
      {...(own && !week.isHoliday && dropping(() => own.chooseWeek(week.monday)))}
      className={`relative h-11 border-r border-b border-line p-1 last:border-r-0 print:h-auto print:p-0 ${ground}`}
    >
      {week.isHoliday ? (
        <span aria-hidden className="hatched absolute inset-0 text-control" />
      ) : (
        <Content week={week} row={row} isOpen={isOpen} placing={own} />
      )}
    </td>
  );
}

type ContentProps = Omit<Props, 'isNow'> & { placing: Placing | null };

function Content({ week: { monday }, row, isOpen, placing }: ContentProps) {
  if (row.review && mondayOf(row.review.day) === monday)
    return <ReviewChip review={row.review} standing={row.standing} isOpen={isOpen} />;
  const fits = placing?.fits?.get(monday);
  if (placing && fits !== undefined)
    return <FitCell monday={monday} fits={fits} onChoose={() => placing.chooseWeek(monday)} />;
  const blocked = row.blocked.get(monday) ?? 0;
  return blocked > 0 && <Hatch days={blocked} />;
}

/** A chip of this row may be let go here. */
const dropping = (onDrop: () => void) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop: (event: DragEvent) => {
    event.preventDefault();
    onDrop();
  },
});

/** Hatching over a week in which the school cannot host: all of it, or a band for a part of it. */
function Hatch({ days }: { days: number }) {
  const isWhole = days >= 5;
  const said = isWhole ? 'Cannot host this week' : `Cannot host on ${plural(days, 'day')}`;
  return (
    <span title={said} className="absolute inset-1 flex items-end print:hidden">
      <span className="sr-only">{said}</span>
      <span
        aria-hidden
        className={`hatched w-full rounded-md ${isWhole ? 'h-full text-control' : 'h-1.5 text-control/70'}`}
      />
    </span>
  );
}
