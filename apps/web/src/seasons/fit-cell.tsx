import { longDay } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';

type Props = { monday: string; fits: number; onChoose: () => void };

/** A week in which the school could be reviewed: how many reviewers fit; pressed, it offers the days. */
export function FitCell({ monday, fits, onChoose }: Props) {
  return (
    <button
      type="button"
      data-fit={monday}
      aria-label={`Week of ${longDay(monday)}: ${plural(fits, 'reviewer')} fit. Choose a day`}
      onClick={onChoose}
      className={`grid h-9 w-full scroll-mb-40 place-items-center rounded-md border-[1.5px] border-dashed border-pen text-chart font-semibold whitespace-nowrap text-pen hover:bg-asked print:hidden ${fits >= 7 ? 'bg-asked' : 'bg-surface'}`}
    >
      {fits} fit
    </button>
  );
}
