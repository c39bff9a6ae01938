import type { ReactNode } from 'react';
import { ChipFace, chipClass } from './chip-face.tsx';
import { type Seat, SeatDots } from './seat-dots.tsx';

const chips: readonly {
  standing: Parameters<typeof chipClass>[0];
  day: string;
  seats: readonly Seat[];
  text: string;
}[] = [
  { standing: 'booked', day: '2026-12-08', seats: ['yes', 'yes', 'yes'], text: 'Booked: all said yes' },
  { standing: 'asked', day: '2026-12-01', seats: ['yes', 'yes', 'asked'], text: 'Asked' },
  {
    standing: 'draft',
    day: '2027-01-14',
    seats: ['chosen', 'chosen', 'chosen'],
    text: 'Draft or changed, not published',
  },
  { standing: 'short', day: '2026-11-26', seats: ['yes', 'yes', 'empty'], text: 'Needs people' },
  { standing: 'clash', day: '2027-01-27', seats: ['yes', 'yes', 'yes'], text: 'Clash' },
  { standing: 'done', day: '2026-11-18', seats: [], text: 'Done' },
];
const dots: readonly { seat: Seat; text: string }[] = [
  { seat: 'yes', text: 'Said yes' },
  { seat: 'asked', text: 'Asked' },
  { seat: 'chosen', text: 'Not told yet' },
  { seat: 'empty', text: 'Empty seat' },
];

/** What the marks of the timeline mean. */
export function Legend() {
  return (
    <div className="grid gap-2.5 px-4 py-3 text-sm text-muted print:flex print:flex-wrap print:gap-x-5 print:px-0 print:py-0.5 print:text-[8pt]">
      <ul aria-label="Reviews" className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {chips.map(({ text, ...chip }) => (
          <Entry key={text} text={text}>
            <span className={`${chipClass(chip.standing)} w-14! print:px-1`}>
              <ChipFace {...chip} />
            </span>
          </Entry>
        ))}
      </ul>
      <ul aria-label="Other marks" className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {dots.map(({ seat, text }) => (
          <Entry key={seat} text={text} isScreenOnly>
            <SeatDots seats={[seat]} className="text-ink" />
          </Entry>
        ))}
        <Entry text="Reviews that week" isScreenOnly>
          <span className="grid size-7 place-items-center rounded-md bg-good-mid/65 font-semibold text-ink">
            2
          </span>
        </Entry>
        <Entry text="School cannot host" isScreenOnly>
          <span className="hatched block h-7 w-9 rounded-md text-control" />
        </Entry>
        <Entry text="For part of the week" isScreenOnly>
          <span className="flex h-7 w-9 items-end rounded-md border border-line">
            <span className="hatched block h-2 w-full rounded-md text-control" />
          </span>
        </Entry>
        <Entry text="Reviewers who fit while you find a day" isScreenOnly>
          <span className="grid h-7 w-12 place-items-center rounded-md border-[1.5px] border-dashed border-pen text-chart font-semibold text-pen">
            6 fit
          </span>
        </Entry>
        <Entry text="Holiday">
          <span className="hatched block h-7 w-3 text-control print:h-3" />
        </Entry>
      </ul>
    </div>
  );
}

type EntryProps = { text: string; isScreenOnly?: boolean; children: ReactNode };

function Entry({ text, isScreenOnly = false, children }: EntryProps) {
  return (
    <li className={`flex items-center gap-2 ${isScreenOnly ? 'print:hidden' : ''}`}>
      <span aria-hidden className="shrink-0">
        {children}
      </span>
      {text}
    </li>
  );
}
