import type { Opening } from '@lateral/contract/season-draft';
import { addDays } from '@lateral/domain/calendars/weeks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { longDay, weekdayLong } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Row } from './arrange.ts';
import { HandError } from './hand-error.tsx';
import { openingsQuery, usePlaceReview } from './hand-queries.ts';
import { placedWords, teamWords } from './hand-words.ts';

type Props = {
  seasonId: string;
  draftVersion: number;
  row: Pick<Row, 'schoolId' | 'name' | 'review'>;
  /** The week to choose from, by its Monday; every week when left out. */
  week?: string | undefined;
  onClose: () => void;
  onPlaced: () => void;
};

const pageSize = 12;

/** The days on which a school could be reviewed, each with the three who would come, and a button to take it. */
export function DayDialog({ seasonId, draftVersion, row, week, onClose, onPlaced }: Props) {
  const place = { seasonId, schoolId: row.schoolId };
  const send = usePlaceReview(place, placedWords(row.name));
  const { data, error, refetch } = useQuery({
    ...openingsQuery(place, draftVersion),
    // The draft is another as soon as the day is taken: its days stay until the dialog closes.
    placeholderData: (before) => (send.isPending ? before : undefined),
  });
  const [tried, setTried] = useState<Opening | null>(null);
  const inWeek = ({ day }: Opening) => !week || (day >= week && day <= addDays(week, 6));
  const days = (data?.items ?? []).filter((one) => one.team && inWeek(one) && one.day !== row.review?.day);
  const choose = (opening: Opening) => {
    if (!data || !opening.team || !opening.leadId || send.isPending) return;
    setTried(opening);
    const { day, team, leadId } = opening;
    const ids = team.map(({ personId }) => personId);
    send.mutate({ draftVersion: data.draftVersion, day, leadId, team: ids }, { onSuccess: onPlaced });
  };
  return (
    <Dialog title={row.review ? `Move ${row.name}` : `A day for ${row.name}`} size="wide" onClose={onClose}>
      <HandError error={send.error} team={tried?.team ?? []} />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={5} label="Looking for days" />}
      {data && (
        <>
          <p className="mb-3 text-muted">
            {week ? `Week of ${longDay(week)}. ` : ''}
            {days.length > 0
              ? 'On each of these days three reviewers can come together, and every rule is kept.'
              : `On no other day${week ? ' of this week' : ''} can three reviewers come together.`}
          </p>
          <Days days={days} trying={send.isPending ? tried : null} onChoose={choose} />
        </>
      )}
    </Dialog>
  );
}

type DaysProps = { days: readonly Opening[]; trying: Opening | null; onChoose: (opening: Opening) => void };

function Days({ days, trying, onChoose }: DaysProps) {
  const [limit, setLimit] = useState(pageSize);
  return (
    <>
      <ul className="border-t border-line empty:hidden">
        {days.slice(0, limit).map((opening) => (
          <li
            key={opening.day}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5 last:border-b-0"
          >
            <p className="min-w-0 flex-1 basis-64 leading-snug">
              <span className="font-semibold">{weekdayLong(opening.day)}</span>{' '}
              <span className="text-sm text-muted">{opening.fits} could come</span>
              <span className="block text-sm">{teamWords(opening)}</span>
            </p>
            <Button size="small" isPending={trying?.day === opening.day} onClick={() => onChoose(opening)}>
              Place here
              <span className="sr-only">: {weekdayLong(opening.day)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="-mx-5">
        <Pagination
          shown={Math.min(limit, days.length)}
          total={days.length}
          noun="days"
          hasMore={limit < days.length}
          isPending={false}
          onMore={() => setLimit(limit + pageSize)}
        />
      </div>
    </>
  );
}
