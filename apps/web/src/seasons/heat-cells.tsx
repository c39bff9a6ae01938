import { plural } from '../ui/plural.ts';
import type { Week } from './arrange.ts';

type Props = { counts: ReadonlyMap<string, number>; weeks: readonly Week[]; now: string; most: number };

const shades = ['text-muted', 'bg-good-soft', 'bg-good-mid/65', 'bg-good text-surface'];

function shadeOf(count: number, most: number) {
  if (count === 0) return shades[0];
  if (count >= 4 && count > most * 0.66) return shades[3];
  return count >= 2 && count > most * 0.33 ? shades[2] : shades[1];
}

/** How many reviews a closed cluster has in each week, darker where there are more. */
export function HeatCells({ counts, weeks, now, most }: Props) {
  return weeks.map(({ monday, isHoliday }) => {
    const count = counts.get(monday) ?? 0;
    return (
      <td
        key={monday}
        className={`relative border-r border-b border-line p-1 last:border-r-0 print:p-px ${monday === now ? 'bg-now' : ''}`}
      >
        {isHoliday ? (
          <span aria-hidden className="hatched absolute inset-0 text-control" />
        ) : (
          <span
            title={plural(count, 'review')}
            className={`grid h-9 place-items-center rounded-md text-sm font-semibold print:h-auto print:text-[9px] ${shadeOf(count, most)}`}
          >
            {count}
          </span>
        )}
      </td>
    );
  });
}
