import type { Calendar } from '@lateral/contract/calendars';
import { Check } from 'lucide-react';
import { ReviewLink } from './review-link.tsx';

type Props = { terms: Calendar['terms']; chosen: readonly string[] };

/** Which terms the timeline shows: each chip puts a term in or leaves it out. */
export function TermChips({ terms, chosen }: Props) {
  if (terms.length === 0) return null;
  const isWhole = chosen.length === terms.length;
  return (
    <nav aria-label="Terms shown" data-screen-only className="mb-3 flex flex-wrap items-center gap-2">
      {terms.map(({ name }) => (
        <Chip
          key={name}
          isOn={!isWhole && chosen.includes(name)}
          terms={isWhole ? name : toggled(terms, chosen, name)}
        >
          {name}
        </Chip>
      ))}
      <Chip isOn={isWhole} terms="all">
        Whole year
      </Chip>
    </nav>
  );
}

/** In the order of the year; the last one cannot be left out. */
function toggled(terms: Calendar['terms'], chosen: readonly string[], name: string) {
  const next = terms
    .map((term) => term.name)
    .filter((one) => (one === name ? !chosen.includes(one) : chosen.includes(one)));
  return next.length === 0 ? name : next.join(',');
}

function Chip({ isOn, terms, children }: { isOn: boolean; terms: string; children: string }) {
  return (
    <ReviewLink
      change={{ terms }}
      replace
      aria-current={isOn || undefined}
      className={`inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3.5 text-sm whitespace-nowrap desk:min-h-8 ${isOn ? 'border-pen bg-pen-soft font-semibold text-pen' : 'border-control bg-surface hover:bg-hover'}`}
    >
      {isOn && <Check aria-hidden className="size-4" />}
      {children}
    </ReviewLink>
  );
}
