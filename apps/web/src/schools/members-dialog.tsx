import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { todayInLondon } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { faultsOf } from '../words.ts';
import { ChangePreview } from './change-preview.tsx';
import { membersPreviewQuery, useMarkMembers } from './change-queries.ts';
import { useUndoable } from './use-undoable.ts';

type Props = {
  isJoining: boolean;
  count: number;
  listIds: () => Promise<string[]>;
  onClose: () => void;
  onDone: () => void;
};

const joining = {
  does: { one: 'becomes a member', many: 'become members' },
  stays: 'members already.',
};
const leaving = {
  does: { one: 'stops being a member', many: 'stop being members' },
  stays: 'not members now.',
};

/** Marks schools as members from a day, or ends their membership on one; shows first which of them it would change. */
export function MembersDialog({ isJoining, count, listIds, onClose, onDone }: Props) {
  const [on, setOn] = useState<string | null>(todayInLondon());
  const [fault, setFault] = useState<Fault | null>(null);
  const shown = useQuery(membersPreviewQuery(useId(), isJoining, listIds));
  const markMembers = useMarkMembers();
  const say = useUndoable();
  const { ids, preview } = shown.data ?? {};
  const canChange = preview !== undefined && preview.changing > 0 && preview.refused.length === 0;
  const send = async () => {
    if (!on) return setFault({ field: 'on', text: 'Enter a date, such as 5/1/27' });
    setFault(null);
    if (!ids) return;
    try {
      const { changed, changeId } = await markMembers.mutateAsync({ schoolIds: ids, member: isJoining, on });
      const text = isJoining
        ? `${plural(changed, 'school is a member', 'schools are members')} now`
        : `${plural(changed, 'membership')} ended`;
      say(text, changeId);
      onClose();
      onDone();
    } catch {
      // The summary says why.
    }
  };
  const faults = fault ? [fault] : faultsOf(markMembers.error).map(({ text }) => ({ field: null, text }));
  const schools = plural(count, 'school');
  return (
    <Dialog
      title={isJoining ? `Mark ${schools} as members` : `End the membership of ${schools}`}
      onClose={onClose}
      actions={
        <>
          {canChange && (
            <Button
              variant={isJoining ? 'primary' : 'danger'}
              isPending={markMembers.isPending}
              onClick={send}
            >
              {isJoining ? 'Mark as members' : 'End membership'}
            </Button>
          )}
          <Button onClick={onClose}>{preview && !canChange ? 'Close' : 'Cancel'}</Button>
        </>
      }
    >
      <ErrorSummary faults={faults} />
      <div className="grid gap-4">
        <DateField
          name="on"
          label={isJoining ? 'Members from' : 'Not members from'}
          defaultDay={on}
          onDay={setOn}
          error={fault?.text}
        />
        <ChangePreview
          preview={preview}
          error={shown.error}
          onRetry={() => shown.refetch()}
          {...(isJoining ? joining : leaving)}
        />
      </div>
    </Dialog>
  );
}
