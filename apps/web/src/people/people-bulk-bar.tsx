import type { Person } from '@lateral/contract/people';
import { useState } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { BulkActions } from '../ui/bulk-actions.tsx';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { ChooseEvery } from '../ui/choose-every.tsx';
import { plural } from '../ui/plural.ts';
import { listEveryPersonId } from './queries.ts';
import type { PeopleSearch } from './search.ts';
import { TrainingDialog } from './training-dialog.tsx';

type Props = {
  chosen: { ids: ReadonlySet<string>; isEvery: boolean };
  rows: readonly Person[];
  total: number;
  search: PeopleSearch;
  actions: readonly BulkAction[];
  onEvery: () => void;
  onDone: () => void;
};

export function PeopleBulkBar({ chosen, rows, total, search, actions, onEvery, onDone }: Props) {
  const [isTraining, setIsTraining] = useState(false);
  const count = chosen.isEvery ? total : chosen.ids.size;
  const listIds = () => (chosen.isEvery ? listEveryPersonId(search) : Promise.resolve([...chosen.ids]));
  const isAllShown = rows.every(({ personId }) => chosen.ids.has(personId));
  return (
    <>
      <BulkBar summary={`${plural(count, 'person', 'people')} chosen`} onClear={onDone}>
        {isAllShown && total > rows.length && !chosen.isEvery && (
          <ChooseEvery total={total} onEvery={onEvery} />
        )}
        <Button size="small" onClick={() => setIsTraining(true)}>
          Record training
        </Button>
        <BulkActions actions={actions} chosen={{ count, listIds, onDone }} />
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
