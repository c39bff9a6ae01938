import { daysInFigures, daysInWords } from '@lateral/domain/ledger/words';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../ui/card.tsx';
import { DotField } from '../ui/dot-field.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { useIsWide } from '../ui/use-is-wide.ts';
import { loadQuery } from './queries.ts';
import { loadSentence } from './words.ts';

/** The days that each school owes in a year, in half-days: three reviewers, a day each. */
const fairShare = 6;
type Column = { halfDays: number; schools: number };

/** Every half-day up to the most that any school has done, with no gaps; a fair share is always among them. */
function fillGaps(load: readonly Column[]): Column[] {
  const most = Math.max(fairShare, ...load.map(({ halfDays }) => halfDays));
  const counts = new Map(load.map(({ halfDays, schools }) => [halfDays, schools]));
  return Array.from({ length: most + 1 }, (_, halfDays) => ({
    halfDays,
    schools: counts.get(halfDays) ?? 0,
  }));
}

/** Who is carrying the load: one dot is one school, over the days that it has given or is booked for. */
export function LoadCard({ year }: { year: string | undefined }) {
  const { data, error, refetch } = useQuery(loadQuery(year));
  const [isTable, setIsTable] = useState(false);
  const columns = data && fillGaps(data.items);
  return (
    <Card
      title="Who is carrying the load"
      beside={
        data && `One dot is one school: days given or booked so far. ${loadSentence(data.items, fairShare)}`
      }
      action={
        <TextButton aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? 'See as dots' : 'See as table'}
        </TextButton>
      }
    >
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!columns && !error && <Skeleton lines={4} label="Counting days" />}
      {columns && (isTable ? <LoadTable columns={columns} /> : <Dots columns={columns} />)}
    </Card>
  );
}

const toneOf = (halfDays: number) =>
  halfDays > fairShare ? 'text-risk' : halfDays === fairShare ? 'text-ink' : 'text-good';

function Dots({ columns }: { columns: readonly Column[] }) {
  const isWide = useIsWide();
  const most = Math.max(...columns.map(({ schools }) => schools));
  const perRow = isWide ? Math.max(8, Math.ceil(Math.sqrt(most * 2))) : 30;
  // On a phone columns lie one under another: those without a school would only be in the way.
  const shown = isWide ? columns : columns.filter(({ schools }) => schools > 0);
  return (
    <ul className="flex items-end gap-x-4 max-desk:flex-col max-desk:items-start max-desk:gap-3">
      {shown.map(({ halfDays, schools }) => (
        <li
          key={halfDays}
          className={`min-w-0 desk:flex-1 max-desk:w-full ${halfDays === fairShare + 1 ? 'desk:border-l-[1.5px] desk:border-dashed desk:border-ink desk:pl-4' : ''}`}
        >
          {halfDays === fairShare + 1 && (
            <p className="mb-2 text-sm font-semibold whitespace-nowrap">Over their fair share</p>
          )}
          <DotField count={schools} perRow={perRow} tone={toneOf(halfDays)} isHollow={halfDays > fairShare} />
          <p className="mt-1.5 text-sm whitespace-nowrap text-muted">
            {halfDays === 0 ? '0 days' : isWide ? daysInFigures(halfDays) : daysInWords(halfDays)}:{' '}
            <span className="font-semibold text-ink">{schools}</span>
            <span className="sr-only"> {schools === 1 ? 'school' : 'schools'}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function LoadTable({ columns }: { columns: readonly Column[] }) {
  return (
    <table className="w-full max-w-sm text-left">
      <caption className="sr-only">Schools by days given or booked</caption>
      <thead>
        <tr className="border-b border-line text-sm text-muted">
          <th scope="col" className="py-2 font-semibold">
            Days
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            Schools
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ halfDays, schools }) => (
          <tr key={halfDays} className="border-b border-line last:border-0">
            <td className="py-1.5">
              {halfDays === 0 ? '0 days' : daysInWords(halfDays)}
              {halfDays > fairShare && <span className="text-muted"> (over their fair share)</span>}
            </td>
            <td className="py-1.5 text-right">{schools}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
