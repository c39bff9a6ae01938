import { CalendarSearch } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { plural } from '../ui/plural.ts';
import type { Row } from './arrange.ts';
import { shortExplain } from './hand-words.ts';

type Props = {
  row: Row;
  fits: ReadonlyMap<string, number> | null;
  error: Error | null;
  onEnd: () => void;
};

/** What is being done on the timeline while a day is found, and how to go on. */
export function PlacingBar({ row: { name, review }, fits, error, onEnd }: Props) {
  return (
    <div
      data-screen-only
      className="sticky bottom-18 z-20 mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-pen bg-pen-soft px-4 py-2"
    >
      <CalendarSearch aria-hidden className="size-5 shrink-0 text-pen" />
      <p role="status" className="min-w-0 flex-1 basis-72">
        <b>{review ? `Moving ${name}.` : `A day for ${name}.`}</b> {say(fits, error, review !== null)}
      </p>
      <Button size="small" onClick={onEnd}>
        Stop
      </Button>
    </div>
  );
}

function say(fits: Props['fits'], error: Error | null, isMove: boolean) {
  if (error) return shortExplain(error);
  if (!fits) return 'Looking for the days on which reviewers fit.';
  if (fits.size === 0 && isMove) return 'There is no other week in which three reviewers can come together.';
  if (fits.size === 0)
    return 'There is no day on which three reviewers can come together. Open the school to see why.';
  return `${plural(fits.size, 'week')} of the season fit. Choose one of its cells: press it, or use the arrow keys and Enter. Escape stops.`;
}
