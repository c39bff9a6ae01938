import type { SeatCandidates } from '@lateral/contract/season-reasons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { whyNotWords } from './exclusion-words.ts';
import { candidatesQuery } from './queries.ts';
import { comparisonWords, roleWords } from './reason-words.ts';
import { kmWords } from './words.ts';

type Props = {
  seasonId: string;
  schoolId: string;
  schoolName: string;
  seat: { personId: string; name: string };
  onClose: () => void;
};

const first = 50;
const most = 200;

/** Everyone for one seat: who could come, the best first, and who could not and why. */
export function CandidatesDialog({ seasonId, schoolId, schoolName, seat, onClose }: Props) {
  const [q, setQ] = useState('');
  const [limit, setLimit] = useState(first);
  const { data, error, refetch, isFetching } = useQuery({
    ...candidatesQuery({ seasonId, schoolId, personId: seat.personId }, { q, limit }),
    placeholderData: keepPreviousData,
  });
  const more = { isPending: isFetching, hasMore: limit < most, onMore: () => setLimit(most) };
  return (
    <Dialog title={`Who else could review ${schoolName}?`} size="wide" onClose={onClose}>
      <p className="mb-3 text-muted">Each of these would come instead of {seat.name}, on the same day.</p>
      <SearchField name="candidates-q" label="Search by name or school" value={q} onSearch={setQ} />
      {error && (
        <div className="mt-4">
          <ErrorNote error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {!error && !data && <Skeleton lines={5} label="Looking through everyone" />}
      {!error && data && <Lists candidates={data} more={more} isSought={q !== ''} />}
    </Dialog>
  );
}

type More = { isPending: boolean; hasMore: boolean; onMore: () => void };
type ListsProps = { candidates: SeatCandidates; more: More; isSought: boolean };

function Lists({ candidates: { fits, excluded }, more, isSought }: ListsProps) {
  const nobody = (what: string) => (isSought ? `Nobody of that name or school ${what}.` : `Nobody ${what}.`);
  return (
    <>
      <People
        title="Who could come"
        total={fits.total}
        shown={fits.items.length}
        more={more}
        empty={nobody('could come')}
      >
        {fits.items.map((one) => (
          <Person key={one.personId} person={one} beside={`${kmWords(one.km)} away`}>
            {comparisonWords(one)}
          </Person>
        ))}
      </People>
      <People
        title="Who could not come, and why"
        total={excluded.total}
        shown={excluded.items.length}
        more={more}
        empty={nobody('is kept out')}
      >
        {excluded.items.map((one) => (
          <Person key={one.personId} person={one}>
            {whyNotWords(one)}
          </Person>
        ))}
      </People>
    </>
  );
}

type PeopleProps = {
  title: string;
  total: number;
  shown: number;
  more: More;
  empty: string;
  children: ReactNode;
};

function People({ title, total, shown, more, empty, children }: PeopleProps) {
  return (
    <section aria-label={title} className="mt-5">
      <h3 className="font-semibold">
        {title} <span className="font-normal text-muted">{total.toLocaleString('en-GB')}</span>
      </h3>
      {total === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ul className="mt-1 border-t border-line">{children}</ul>
      )}
      <div className="-mx-5">
        <Pagination
          {...more}
          hasMore={more.hasMore && shown < total}
          shown={shown}
          total={total}
          noun="people"
        />
      </div>
    </section>
  );
}

type PersonProps = {
  person: { name: string; role: keyof typeof roleWords; schoolName: string };
  beside?: string;
  children: ReactNode;
};

function Person({ person: { name, role, schoolName }, beside, children }: PersonProps) {
  return (
    <li className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2 last:border-b-0">
      <span className="min-w-0 leading-snug">
        <span className="block font-semibold">{name}</span>
        <span className="block text-sm text-muted">
          {[`${roleWords[role]}, ${schoolName}`, beside].filter(Boolean).join(', ')}
        </span>
      </span>
      <span className="text-sm sm:max-w-72 sm:text-right">{children}</span>
    </li>
  );
}
