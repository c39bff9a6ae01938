import type { MembershipRow } from '@lateral/contract/memberships';
import type { BulkAction } from '../bulk-action.ts';
import { BulkActions } from '../ui/bulk-actions.tsx';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { ChooseEvery } from '../ui/choose-every.tsx';
import { plural } from '../ui/plural.ts';
import { listEveryMemberId } from './queries.ts';
import type { MemberSearch } from './search.ts';

/** The rows that are ticked; or every school that matches, shown or not. */
export type Chosen = { ids: ReadonlySet<string>; isEvery: boolean };
type Props = {
  chosen: Chosen;
  rows: readonly MembershipRow[];
  total: number;
  search: MemberSearch;
  actions: readonly BulkAction[];
  onEvery: () => void;
  onDone: () => void;
};

/** What the broker asks the chosen schools for. Who gets which mail, and who none, is shown before anything goes. */
export function MembersBulkBar({ chosen, rows, total, search, actions, onEvery, onDone }: Props) {
  const count = chosen.isEvery ? total : chosen.ids.size;
  const listIds = () => (chosen.isEvery ? listEveryMemberId(search) : Promise.resolve([...chosen.ids]));
  const isAllShown = rows.every(({ id }) => chosen.ids.has(id));
  return (
    <BulkBar summary={`${plural(count, 'school')} chosen`} onClear={onDone}>
      {isAllShown && total > rows.length && !chosen.isEvery && (
        <ChooseEvery total={total} onEvery={onEvery} />
      )}
      <BulkActions actions={actions} chosen={{ count, listIds, onDone }} />
    </BulkBar>
  );
}
