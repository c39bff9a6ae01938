import type { Season } from '@lateral/contract/seasons';
import { CalendarSearch, CalendarX2, UserSearch } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import type { Row } from './arrange.ts';
import { DayDialog } from './day-dialog.tsx';
import { FindTeam } from './find-team.tsx';
import { HandError } from './hand-error.tsx';
import { useTakeOut } from './hand-queries.ts';

type Props = { season: Pick<Season, 'id' | 'draftVersion'>; row: Row };

/** What can be done with a school's review in the draft: all that a drag or a key does as well. */
export function HandButtons({ season, row }: Props) {
  const { schoolId, name, review, stage } = row;
  const takeOut = useTakeOut({ seasonId: season.id, schoolId }, name);
  const [isChoosing, setIsChoosing] = useState(false);
  const [isTeaming, setIsTeaming] = useState(false);
  const common = { seasonId: season.id, draftVersion: season.draftVersion, row };
  return (
    <div data-screen-only className="mt-3">
      <HandError error={takeOut.error} />
      <div className="flex flex-wrap gap-2">
        {review && review.empty > 0 && stage === 'draft' && (
          <Button size="small" variant="primary" icon={UserSearch} onClick={() => setIsTeaming(true)}>
            Find a team
          </Button>
        )}
        <Button
          size="small"
          icon={CalendarSearch}
          variant={review ? 'secondary' : 'primary'}
          onClick={() => setIsChoosing(true)}
        >
          {review ? 'Move' : 'Find a day'}
        </Button>
        {review && (
          <Button
            size="small"
            icon={CalendarX2}
            isPending={takeOut.isPending}
            onClick={() => takeOut.mutate(season.draftVersion)}
          >
            Take out
          </Button>
        )}
      </div>
      {isChoosing && (
        <DayDialog {...common} onClose={() => setIsChoosing(false)} onPlaced={() => setIsChoosing(false)} />
      )}
      {isTeaming && (
        <FindTeam {...common} onClose={() => setIsTeaming(false)} onPlaced={() => setIsTeaming(false)} />
      )}
    </div>
  );
}
