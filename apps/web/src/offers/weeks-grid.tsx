import type { Offer } from '@lateral/contract/offers';
import type { DayPart } from '@lateral/domain/calendars/days';
import type { PartOfDay } from '@lateral/domain/offers/refusals';
import { Fragment, useMemo, useState } from 'react';
import { shortDay, todayInLondon, weekdayLong } from '../ui/days.ts';
import { listSeasonWeeks, nextPart, openDaysOf, type Week, withDay, withWeek } from './draft.ts';
import { partWords } from './words.ts';

type Props = {
  offer: Offer;
  caption: string;
  days: readonly PartOfDay[];
  onChange: (days: PartOfDay[]) => void;
};
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

/** The weeks of a season, a row for each: pressing a day changes it, pressing a week blocks or frees all of it. */
export function WeeksGrid({ offer, caption, days, onChange }: Props) {
  const weeks = useMemo(() => listSeasonWeeks(offer, todayInLondon()), [offer]);
  const isOpen = useMemo(() => openDaysOf(offer), [offer]);
  const [said, setSaid] = useState('');
  const parts = new Map(days.map(({ day, part }) => [day, part]));
  const inset = new Set(offer.inset.flatMap(({ day, part }) => (part === 'day' ? day : [])));
  const canChange = (day: string) => isOpen(day) && !inset.has(day);
  const press = (day: string) => {
    const part = nextPart(parts.get(day) ?? null);
    setSaid(`${weekdayLong(day)}: ${partWords(part)}`);
    onChange(withDay(days, day, part));
  };
  const pressWeek = ({ monday, days: all }: Week) => {
    const next = withWeek(days, all.filter(canChange));
    setSaid(`The week of ${weekdayLong(monday)}: ${next.length > days.length ? 'blocked' : 'changed'}`);
    onChange(next);
  };
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      <table className="w-full table-fixed border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-[4.25rem] pb-1 text-left font-normal text-muted">
              Week
            </th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" className="pb-1 text-center font-semibold">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, i) => (
            <Fragment key={week.monday}>
              <TermRow offer={offer} week={week} before={weeks[i - 1]} />
              <WeekRow {...{ week, parts, inset, isOpen, canChange }} onDay={press} onWeek={pressWeek} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The name of a term, over its first week. */
function TermRow({ offer: { terms }, week, before }: { offer: Offer; week: Week; before: Week | undefined }) {
  const termOf = (one: Week | undefined) =>
    terms.find(({ start, end }) => one?.days.some((day) => start <= day && day <= end))?.name;
  const name = termOf(week);
  if (!name || name === termOf(before)) return null;
  return (
    <tr>
      <th scope="colgroup" colSpan={6} className="pt-4 pb-1 text-left text-base">
        {name}
      </th>
    </tr>
  );
}

type RowProps = {
  week: Week;
  parts: ReadonlyMap<string, DayPart>;
  inset: ReadonlySet<string>;
  isOpen: (day: string) => boolean;
  canChange: (day: string) => boolean;
  onDay: (day: string) => void;
  onWeek: (week: Week) => void;
};

function WeekRow({ week, parts, inset, isOpen, canChange, onDay, onWeek }: RowProps) {
  const { monday, days, isHoliday } = week;
  if (isHoliday)
    return (
      <tr className="h-9 text-muted">
        <th scope="row" className="text-left font-normal whitespace-nowrap">
          {shortDay(monday)}
        </th>
        <td colSpan={5} className="p-0.5">
          <span className="block rounded-control bg-sunken py-1 text-center">Holiday</span>
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row" className="p-0 text-left font-normal">
        <button
          type="button"
          aria-label={`Week of ${weekdayLong(monday)}: block or free all of it`}
          onClick={() => onWeek(week)}
          className="min-h-11 w-full rounded-control text-left whitespace-nowrap text-pen underline decoration-1 underline-offset-3"
        >
          {shortDay(monday)}
        </button>
      </th>
      {days.map((day) => (
        <td key={day} className="p-0.5">
          {canChange(day) ? (
            <DayButton day={day} part={parts.get(day) ?? null} onPress={() => onDay(day)} />
          ) : (
            <ClosedDay day={day} why={inset.has(day) && isOpen(day) ? 'INSET' : 'Closed'} />
          )}
        </td>
      ))}
    </tr>
  );
}

function ClosedDay({ day, why }: { day: string; why: string }) {
  return (
    <span className="grid min-h-11 place-items-center rounded-control bg-sunken text-chart text-muted">
      <span className="sr-only">{weekdayLong(day)}: </span>
      {why}
    </span>
  );
}

const looks: Record<DayPart, { words: string; className: string }> = {
  day: { words: 'day', className: 'border-risk text-risk hatched' },
  morning: {
    words: 'am',
    className: 'border-risk text-risk bg-linear-to-b from-risk-soft from-50% to-surface to-50%',
  },
  afternoon: {
    words: 'pm',
    className: 'border-risk text-risk bg-linear-to-b from-surface from-50% to-risk-soft to-50%',
  },
};

type DayProps = { day: string; part: DayPart | null; onPress: () => void };

/** One day: its number, and what is blocked of it as word, edge and filling together. */
function DayButton({ day, part, onPress }: DayProps) {
  const look = part && looks[part];
  return (
    <button
      type="button"
      aria-label={`${weekdayLong(day)}: ${partWords(part)}. Change`}
      onClick={onPress}
      className={`grid min-h-12 w-full place-content-center rounded-control border text-center leading-tight ${look ? `${look.className} font-semibold` : 'border-control bg-surface hover:bg-hover'}`}
    >
      <span className={part === 'day' ? 'rounded-xs bg-surface px-1' : ''}>
        {Number(day.slice(8))}
        {look && <span className="block text-chart">{look.words}</span>}
      </span>
    </button>
  );
}
