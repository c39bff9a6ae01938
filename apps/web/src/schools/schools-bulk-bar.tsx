import type { SchoolRow } from '@lateral/contract/schools';
import { useState } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { useSession } from '../session.ts';
import { BulkActions } from '../ui/bulk-actions.tsx';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { ChooseEvery } from '../ui/choose-every.tsx';
import { plural } from '../ui/plural.ts';
import { ClusterDialog } from './cluster-dialog.tsx';
import { MembersDialog } from './members-dialog.tsx';
import { listEverySchoolId } from './queries.ts';
import type { SchoolSearch } from './search.ts';

/** The rows that are ticked; or every school that matches, shown or not. */
export type Chosen = { ids: ReadonlySet<string>; isEvery: boolean };
type Act = 'join' | 'leave' | 'put-in' | 'take-out';
type Props = {
  chosen: Chosen;
  rows: readonly SchoolRow[];
  total: number;
  search: SchoolSearch;
  actions: readonly BulkAction[];
  onEvery: () => void;
  onDone: () => void;
};

export function SchoolsBulkBar({ chosen, rows, total, search, actions, onEvery, onDone }: Props) {
  const { may } = useSession();
  const [act, setAct] = useState<Act | null>(null);
  const count = chosen.isEvery ? total : chosen.ids.size;
  const listIds = () => (chosen.isEvery ? listEverySchoolId(search) : Promise.resolve([...chosen.ids]));
  const shared = { count, listIds, onClose: () => setAct(null), onDone };
  const isAllShown = rows.every(({ id }) => chosen.ids.has(id));
  return (
    <>
      <BulkBar summary={`${plural(count, 'school')} chosen`} onClear={onDone}>
        {isAllShown && total > rows.length && !chosen.isEvery && (
          <ChooseEvery total={total} onEvery={onEvery} />
        )}
        <Button size="small" onClick={() => setAct('join')}>
          Mark as members
        </Button>
        <Button size="small" onClick={() => setAct('leave')}>
          End membership
        </Button>
        {may('clusters.update') && (
          <>
            <Button size="small" onClick={() => setAct('put-in')}>
              Put in a cluster
            </Button>
            <Button size="small" onClick={() => setAct('take-out')}>
              Take out of a cluster
            </Button>
          </>
        )}
        <BulkActions actions={actions} chosen={{ count, listIds, onDone }} />
      </BulkBar>
      {(act === 'join' || act === 'leave') && <MembersDialog isJoining={act === 'join'} {...shared} />}
      {(act === 'put-in' || act === 'take-out') && <ClusterDialog isGoingIn={act === 'put-in'} {...shared} />}
    </>
  );
}
