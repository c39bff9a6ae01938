import type { OtherReviewer, SeatReason } from '@lateral/contract/season-reasons';
import { useQuery } from '@tanstack/react-query';
import { Check, Minus } from 'lucide-react';
import { useState } from 'react';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { CandidatesDialog } from './candidates-dialog.tsx';
import { reviewReasonsQuery } from './queries.ts';
import { comparisonWords, othersWords, seatWords } from './reason-words.ts';

type Props = { seasonId: string; schoolId: string; schoolName: string };
type TeamProps = Props & {
  /** Those of the plan's team who are on it still; all of them when left out. */
  stillOn?: readonly string[];
};

/** Why each reviewer of a team fits, who is next best, and a way to everyone else. */
export function WhyThisTeam({ seasonId, schoolId, schoolName, stillOn }: TeamProps) {
  const { data, error, refetch } = useQuery(reviewReasonsQuery(seasonId, schoolId));
  return (
    <section aria-label="Why this team" data-screen-only>
      <h3 className="mt-5 font-semibold">Why this team</h3>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={5} label="Loading the reasons" />}
      {data?.seats === null && (
        <p className="text-muted">This plan is from before reasons were kept. Plan again to see them.</p>
      )}
      {data?.seats
        ?.filter(({ personId }) => stillOn?.includes(personId) ?? true)
        .toSorted((a, b) => Number(b.leads) - Number(a.leads))
        .map((seat) => (
          <Seat key={seat.personId} seat={seat} place={{ seasonId, schoolId, schoolName }} />
        ))}
    </section>
  );
}

function Seat({ seat, place }: { seat: SeatReason; place: Props }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-label={`Why ${seat.name}`} className="-mx-5 border-b border-line px-5 py-3 last:border-b-0">
      <h4 className="font-semibold">{seat.name}</h4>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
        {seatWords(seat).map(({ text, isGood }) => (
          <li key={text} className="inline-flex items-baseline gap-1.5">
            {isGood ? (
              <Check aria-hidden className="size-3.5 shrink-0 translate-y-0.5 text-good" />
            ) : (
              <Minus aria-hidden className="size-3.5 shrink-0 translate-y-0.5" />
            )}
            {text}
          </li>
        ))}
      </ul>
      {seat.others.length > 0 && (
        <>
          <h5 className="mt-2.5 text-sm font-semibold">Next best</h5>
          <ul className="text-sm">
            {seat.others.map((other) => (
              <Other key={other.personId} other={other} />
            ))}
          </ul>
        </>
      )}
      <p className="mt-2 text-sm text-muted">{othersWords(seat)}</p>
      <TextButton className="text-sm max-desk:min-h-11" onClick={() => setIsOpen(true)}>
        Who else? <span className="sr-only">Instead of {seat.name}</span>
      </TextButton>
      {isOpen && <CandidatesDialog {...place} seat={seat} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

function Other({ other }: { other: OtherReviewer }) {
  return (
    <li className="flex flex-wrap justify-between gap-x-4 py-0.5">
      <span>
        {other.name}, <span className="text-muted">{other.schoolName}</span>
      </span>
      <span className="text-muted">{comparisonWords(other)}</span>
    </li>
  );
}
