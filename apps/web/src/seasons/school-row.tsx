import { mondayOf } from '@lateral/domain/calendars/weeks';
import { shortDay } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import type { Row, Week } from './arrange.ts';
import { ReviewChip } from './review-chip.tsx';
import { ReviewLink } from './review-link.tsx';

type Props = { row: Row; weeks: readonly Week[]; now: string; isOpen: boolean };

/** One school across the weeks. */
export function SchoolRow({ row, weeks, now, isOpen }: Props) {
  const at = row.review && mondayOf(row.review.day);
  const isElsewhere = row.review && !weeks.some(({ monday }) => monday === at);
  const tone = isOpen ? 'bg-pen-soft' : 'bg-surface';
  return (
    <tr>
      <th
        scope="row"
        className={`sticky left-0 z-10 border-r border-b border-line py-1 pr-2 pl-10 text-left leading-tight font-semibold print:static print:py-0 print:pl-2 print:text-[9px] ${tone} ${isOpen ? 'shadow-[inset_4px_0_0_var(--color-pen)]' : ''}`}
      >
        <ReviewLink
          change={{ school: row.schoolId }}
          {...(row.review ? {} : { 'data-review': row.schoolId })}
          className="line-clamp-2 rounded-xs text-[0.9375rem] print:line-clamp-1 print:text-[10px] text-ink hover:text-pen hover:underline"
        >
          {row.name}
        </ReviewLink>
        {!row.review && <span className="text-chart font-semibold text-waiting">No date yet</span>}
        {isElsewhere && row.review && (
          <span className="text-chart font-normal text-muted">{shortDay(row.review.day)}</span>
        )}
      </th>
      {weeks.map((week) => (
        <WeekCell key={week.monday} week={week} row={row} isOpen={isOpen} isNow={week.monday === now}>
          {week.monday === at && row.review && <ReviewChip review={row.review} isOpen={isOpen} />}
        </WeekCell>
      ))}
    </tr>
  );
}

type CellProps = { week: Week; row: Row; isOpen: boolean; isNow: boolean; children: React.ReactNode };

function WeekCell({ week, row, isOpen, isNow, children }: CellProps) {
  const blocked = children ? 0 : (row.blocked.get(week.monday) ?? 0);
  const ground = isOpen ? 'bg-pen-soft' : isNow ? 'bg-now' : '';
  return (
    <td
      className={`relative h-11 border-r border-b border-line p-1 last:border-r-0 print:h-auto print:p-0 ${ground}`}
    >
      {week.isHoliday && <span aria-hidden className="hatched absolute inset-0 text-control" />}
      {!week.isHoliday && blocked > 0 && <Hatch days={blocked} />}
      {children}
    </td>
  );
}

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
