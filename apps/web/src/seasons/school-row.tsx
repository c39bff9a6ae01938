import { mondayOf } from '@lateral/domain/calendars/weeks';
import { shortDay } from '../ui/days.ts';
import type { Row, Week } from './arrange.ts';
import { ReviewLink } from './review-link.tsx';
import { sayTrouble } from './standing-words.ts';
import { WeekCell } from './week-cell.tsx';

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
        className={`sticky left-0 z-10 border-r border-b border-line py-1 pr-2 pl-10 text-left leading-tight font-semibold print:static print:bg-transparent ${tone} ${isOpen ? 'print:shadow-none shadow-[inset_4px_0_0_var(--color-pen)]' : ''}`}
      >
        <span className="block print:flex print:items-baseline print:gap-1.5 print:whitespace-nowrap">
          <ReviewLink
            change={{ school: row.schoolId }}
            {...{ [row.review ? 'data-school' : 'data-review']: row.schoolId }}
            className="line-clamp-2 rounded-xs text-[0.9375rem] text-ink print:block print:min-w-0 print:truncate print:text-[7.2pt] print:leading-tight hover:text-pen hover:underline"
          >
            {row.name}
          </ReviewLink>
          {!row.review && (
            <span className="text-chart font-semibold text-waiting print:text-[6.5pt]">No date yet</span>
          )}
          {row.review && (row.standing === 'clash' || row.standing === 'short') && (
            <span className="text-chart font-semibold text-risk print:hidden">{sayTrouble(row.review)}</span>
          )}
          {isElsewhere && row.review && (
            <span className="text-chart font-normal text-muted">{shortDay(row.review.day)}</span>
          )}
        </span>
      </th>
      {weeks.map((week) => (
        <WeekCell key={week.monday} week={week} row={row} isOpen={isOpen} isNow={week.monday === now} />
      ))}
    </tr>
  );
}
