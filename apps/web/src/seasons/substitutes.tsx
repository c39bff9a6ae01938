import type { Substitutes as Found, Substitute } from '@lateral/contract/season-substitutes';
import { useQuery } from '@tanstack/react-query';
import { Check, Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { showToast } from '../ui/toasts.ts';
import { whyNotWords } from './exclusion-words.ts';
import { type Place, substitutesQuery, useAskSubstitute, useWithdrawAsk } from './mend-queries.ts';
import { askWords, fitWords, mendRefusals } from './mend-words.ts';
import { roleWords } from './reason-words.ts';

const few = 3;
const many = 50;

/** Who fits an empty seat best, and why; who does not, and why; and who has been asked. */
export function Substitutes({ place }: { place: Place }) {
  const [isAll, setIsAll] = useState(false);
  const { data, error, refetch } = useQuery(substitutesQuery(place, { q: '', limit: isAll ? many : few }));
  if (error) return <ErrorNote error={error} words={mendRefusals} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} label="Looking who fits" />;
  const isAsking = data.asks.some(({ state }) => state === 'open');
  return (
    <section aria-label="Who fits best" data-screen-only>
      <Asks place={place} asks={data.asks} />
      {!isAsking && (
        <>
          <div className="mt-4 flex items-baseline justify-between gap-4">
            <h3 className="font-semibold">Who fits best</h3>
            {data.fits.total > few && (
              <TextButton aria-pressed={isAll} onClick={() => setIsAll(!isAll)}>
                {isAll ? 'Show the best three' : `All ${data.fits.total}`}
              </TextButton>
            )}
          </div>
          {data.fits.total === 0 && (
            <p className="text-muted">
              Nobody fits on this day. Move the review to another day, or call it off and plan again.
            </p>
          )}
          <ul aria-label="Who fits best" className="-mx-5">
            {data.fits.items.map((one) => (
              <Fit key={one.personId} place={place} one={one} />
            ))}
          </ul>
          <NotSuggested excluded={data.excluded} onAll={() => setIsAll(true)} />
        </>
      )}
    </section>
  );
}

function Fit({ place, one }: { place: Place; one: Substitute }) {
  const ask = useAskSubstitute(place);
  return (
    <li className="border-t border-line px-5 py-3 first:bg-pen-soft">
      <div className="flex items-start gap-3">
        <p className="min-w-0 flex-1 leading-snug">
          <span className="font-semibold">{one.name}</span>
          <span className="block text-sm text-muted">
            {roleWords[one.role]}, {one.schoolName}
          </span>
        </p>
        <Button
          size="small"
          icon={Send}
          isPending={ask.isPending}
          aria-label={`Ask ${one.name}`}
          onClick={() =>
            ask.mutate(one.personId, { onSuccess: () => showToast({ text: `${one.name} is asked.` }) })
          }
        >
          Ask
        </Button>
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
        {fitWords(one).map((text) => (
          <li key={text} className="inline-flex items-baseline gap-1.5">
            <Check aria-hidden className="size-3.5 shrink-0 translate-y-0.5 text-good" />
            {text}
          </li>
        ))}
      </ul>
      {ask.error && <ErrorNote error={ask.error} words={mendRefusals} />}
    </li>
  );
}

function Asks({ place, asks }: { place: Place; asks: Found['asks'] }) {
  const withdraw = useWithdrawAsk(place);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that asked (or took back) has gone: what came of it has focus.
  const open = asks.filter(({ state }) => state === 'open').length;
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== open && document.activeElement === document.body) heading.current?.focus();
    before.current = open;
  }, [open]);
  if (asks.length === 0) return null;
  return (
    <section aria-label="Who has been asked" className="mt-4">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        Who has been asked
      </h3>
      {withdraw.error && <ErrorNote error={withdraw.error} words={mendRefusals} />}
      <ul className="text-sm">
        {asks.map((ask) => (
          <li key={ask.id} className="flex flex-wrap items-baseline gap-x-3 py-1">
            <span>{askWords(ask)}</span>
            {ask.state === 'open' && (
              <TextButton onClick={() => withdraw.mutate(ask.id)}>Take it back</TextButton>
            )}
          </li>
        ))}
      </ul>
      {asks.some(({ state }) => state === 'open') && (
        <p className="mt-1 text-sm text-muted">
          A yes fills the seat. After a no, or when the time is up, the next best is asked.
        </p>
      )}
    </section>
  );
}

function NotSuggested({ excluded, onAll }: { excluded: Found['excluded']; onAll: () => void }) {
  if (excluded.total === 0) return null;
  const rest = excluded.total - excluded.items.length;
  return (
    <details className="mt-3 border-t border-line pt-3">
      <summary className="min-h-6 cursor-pointer font-semibold max-desk:min-h-11">
        Not suggested: {excluded.total}
      </summary>
      <ul className="text-sm">
        {excluded.items.map((one) => (
          <li key={one.personId} className="py-1">
            <span className="font-semibold">{one.name}</span>, {one.schoolName}.{' '}
            <span className="text-muted">{whyNotWords(one)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <TextButton onClick={onAll}>Show more</TextButton>}
    </details>
  );
}
