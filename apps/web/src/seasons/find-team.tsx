import { useQuery } from '@tanstack/react-query';
import { Button } from '../ui/button.tsx';
import { weekdayLong } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Row } from './arrange.ts';
import { HandError } from './hand-error.tsx';
import { openingsQuery, usePlaceReview } from './hand-queries.ts';
import { teamWords } from './hand-words.ts';

type Props = {
  seasonId: string;
  draftVersion: number;
  row: Pick<Row, 'schoolId' | 'name' | 'review'>;
  onClose: () => void;
  onPlaced: () => void;
};

/** Three who could come on the day that a review of the draft has, where a seat of it is empty. */
export function FindTeam({ seasonId, draftVersion, row, onClose, onPlaced }: Props) {
  const place = { seasonId, schoolId: row.schoolId };
  const { data, error, refetch } = useQuery(openingsQuery(place, draftVersion));
  const send = usePlaceReview(place, () => `${row.name} has a team. Nobody is told until you publish.`);
  const day = row.review?.day ?? '';
  const opening = data?.items.find((one) => one.day === day);
  const { team, leadId } = opening ?? {};
  const set = () => {
    if (!data || !team || !leadId) return;
    const ids = team.map(({ personId }) => personId);
    send.mutate({ draftVersion: data.draftVersion, day, leadId, team: ids }, { onSuccess: onPlaced });
  };
  return (
    <Dialog
      title={`A team for ${row.name}`}
      onClose={onClose}
      actions={
        <>
          {team && (
            <Button variant="primary" isPending={send.isPending} onClick={set}>
              Set this team
            </Button>
          )}
          <Button onClick={onClose}>{team ? 'Not now' : 'Close'}</Button>
        </>
      }
    >
      <HandError error={send.error} team={team ?? []} />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={3} label="Looking for a team" />}
      {data && (
        <p>
          {opening && team
            ? `${weekdayLong(day)}: ${teamWords(opening)}. Every rule is kept.`
            : 'On this day no three reviewers can come together. Move the review to another day.'}
        </p>
      )}
    </Dialog>
  );
}
