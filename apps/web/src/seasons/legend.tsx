import type { ReactNode } from 'react';
import { SeatDots } from './seat-dots.tsx';

/** What the marks of the timeline mean. */
export function Legend() {
  return (
    <ul className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 text-sm text-muted">
      <Entry text="Draft, not published. One dot is one reviewer">
        <span className="grid h-9 w-14 place-items-center content-center gap-0.5 rounded-md border-[1.5px] border-dashed border-control text-chart leading-none font-semibold text-ink">
          Thu 26
          <SeatDots count={3} className="text-good" />
        </span>
      </Entry>
      <Entry text="Reviews that week">
        <span className="grid size-7 place-items-center rounded-md bg-good-mid/65 font-semibold text-ink">
          2
        </span>
      </Entry>
      <Entry text="School cannot host">
        <span className="hatched block h-7 w-9 rounded-md text-control" />
      </Entry>
      <Entry text="For part of the week">
        <span className="flex h-7 w-9 items-end rounded-md border border-line">
          <span className="hatched block h-2 w-full rounded-md text-control" />
        </span>
      </Entry>
      <Entry text="Holiday">
        <span className="hatched block h-7 w-3 text-control" />
      </Entry>
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden>{children}</span>
      {text}
    </li>
  );
}
