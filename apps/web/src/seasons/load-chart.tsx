import type { Board } from '@lateral/contract/seasons';
import { useState } from 'react';
import { Card } from '../ui/card.tsx';
import { DotField } from '../ui/dot-field.tsx';
import { plural } from '../ui/plural.ts';
import { TextButton } from '../ui/text-button.tsx';
import { useIsWide } from '../ui/use-is-wide.ts';

/** The days that each school owes in a year. */
const fairShare = 3;
type Load = Board['load'];

/** Each number of days up to the most that any school gives, with no gaps. */
function fillGaps(load: Load): Load {
  const most = Math.max(fairShare, ...load.map(({ days }) => days));
  const counts = new Map(load.map(({ days, schools }) => [days, schools]));
  return Array.from({ length: most + 1 }, (_, days) => ({ days, schools: counts.get(days) ?? 0 }));
}

/** "4 schools give more than their three days, and 41 give fewer." */
export function findLoad(load: Load): string {
  const sum = (is: (days: number) => boolean) =>
    load.filter(({ days }) => is(days)).reduce((total, { schools }) => total + schools, 0);
  const over = sum((days) => days > fairShare);
  const under = sum((days) => days < fairShare);
  if (over === 0 && under === 0) return 'Every school gives its three days.';
  const more = over === 0 ? 'No school gives more' : `${plural(over, 'school gives', 'schools give')} more`;
  const fewer = under === 1 ? '1 gives fewer' : `${under === 0 ? 'none' : under} give fewer`;
  return `${more} than three days, and ${fewer}.`;
}

/** One dot is one school, over the number of reviewer days that it gives. */
export function LoadChart({ load }: { load: Load }) {
  const [isTable, setIsTable] = useState(false);
  const isWide = useIsWide();
  const columns = fillGaps(load);
  return (
    <Card
      title="Who is carrying the load"
      beside={`One dot is one school, by the days it gives in this plan. ${findLoad(load)}`}
      action={
        <span data-screen-only>
          <TextButton aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {isTable ? 'See as dots' : 'See as table'}
          </TextButton>
        </span>
      }
    >
      {isTable ? <LoadTable load={columns} /> : <Dots load={columns} isWide={isWide} />}
    </Card>
  );
}

const toneOf = (days: number) =>
  days > fairShare ? 'text-risk' : days === fairShare ? 'text-ink' : 'text-good';

function Dots({ load, isWide }: { load: Load; isWide: boolean }) {
  const most = Math.max(...load.map(({ schools }) => schools));
  const perRow = isWide ? Math.max(8, Math.ceil(Math.sqrt(most * 2))) : 34;
  return (
    <ul className="flex items-end gap-4 max-desk:flex-col max-desk:items-start max-desk:gap-3">
      {load.map(({ days, schools }) => (
        <li
          key={days}
          className={`relative min-w-0 ${days > fairShare ? 'desk:border-l-[1.5px] desk:border-dashed desk:border-ink desk:pl-5' : ''} max-desk:w-full`}
        >
          {days === fairShare + 1 && (
            <p className="mb-2 text-sm font-semibold whitespace-nowrap">Over their fair share</p>
          )}
          <DotField count={schools} perRow={perRow} tone={toneOf(days)} isHollow={days > fairShare} />
          <p className="mt-1.5 text-sm whitespace-nowrap text-muted">
            {plural(days, 'day')}: <span className="font-semibold text-ink">{schools}</span>
            <span className="sr-only"> {schools === 1 ? 'school' : 'schools'}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function LoadTable({ load }: { load: Load }) {
  return (
    <table className="w-full max-w-sm text-left">
      <caption className="sr-only">Schools by reviewer days given</caption>
      <thead>
        <tr className="border-b border-line text-sm text-muted">
          <th scope="col" className="py-2 font-semibold">
            Reviewer days
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            Schools
          </th>
        </tr>
      </thead>
      <tbody>
        {load.map(({ days, schools }) => (
          <tr key={days} className="border-b border-line last:border-0">
            <td className="py-1.5">{plural(days, 'day')}</td>
            <td className="py-1.5 text-right">{schools}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
