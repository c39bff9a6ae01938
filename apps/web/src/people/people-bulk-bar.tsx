import type { Person } from '@lateral/contract/people';
import { useState } from 'react';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { plural } from '../ui/plural.ts';
import { listEveryPersonId } from './queries.ts';
import type { PeopleSearch } from './search.ts';
import { TrainingDialog } from './training-dialog.tsx';

type Props = {
  chosen: { ids: ReadonlySet<string>; isEvery: boolean };
  rows: readonly Person[];
  total: number;
  search: PeopleSearch;
  onEvery: () => void;
  onDone: () => void;
};

export function PeopleBulkBar({ chosen, rows, total, search, onEvery, onDone }: Props) {
  const [isTraining, setIsTraining] = useState(false);
  const count = chosen.isEvery ? total : chosen.ids.size;
  const listIds = () => (chosen.isEvery ? listEveryPersonId(search) : Promise.resolve([...chosen.ids]));
  const isAllShown = rows.every(({ personId }) => chosen.ids.has(personId));
  return (
    <>
      <BulkBar summary={`${plural(count, 'person', 'people')} chosen`} onClear={onDone}>
        {isAllShown && total > rows.length && !chosen.isEvery && (
          <button
            type="button"
            onClick={onEvery}
            className="min-h-11 rounded-control px-2 font-semibold text-gold underline underline-offset-3 desk:min-h-8"
          >
            Choose all {total.toLocaleString('en-GB')} that match
          </button>
        )}
        <Button size="small" onClick={() => setIsTraining(true)}>
          Record training
        </Button>
      </BulkBar>
      {isTraining && (
        <TrainingDialog
          count={count}
          listIds={listIds}
          onClose={() => setIsTraining(false)}
          onDone={onDone}
        />
      )}
    </>
  );
}
