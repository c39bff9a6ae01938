import type { School } from '@lateral/contract/schools';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import type { FactLine } from './facts.ts';

type Props = { title: string; lines: readonly FactLine[]; source: School['source'] };

/** One group of published facts, and the file that they come from. */
export function FactsCard({ title, lines, source }: Props) {
  return (
    <Card
      title={title}
      footer={
        <span className="wrap-anywhere text-muted">
          From {source.file}, {longDay(source.date)}
        </span>
      }
    >
      {lines.length === 0 && <p className="text-muted">The register says nothing here.</p>}
      <dl className="grid gap-x-8 @2xl:grid-cols-2">
        {lines.map(({ field, label, value }) => (
          <div
            key={field}
            className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 border-b border-line py-2"
          >
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 break-words">
              <FactText field={field} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function FactText({ field, value }: { field: string; value: string }) {
  if (field === 'telephone') {
    return (
      <a
        href={`tel:${value.replace(/\s/g, '')}`}
        className="text-pen underline underline-offset-3 max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
      >
        {value}
      </a>
    );
  }
  if (field !== 'website' || !/^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/i.test(value)) return value;
  const href = /^https?:/i.test(value) ? value : `https://${value}`;
  return (
    <a
      href={href}
      rel="noreferrer"
      target="_blank"
      className="wrap-anywhere text-pen underline underline-offset-3 max-desk:inline-block max-desk:py-2.5"
    >
      {value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
