import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { todayInLondon } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useMarkMembers } from './change-queries.ts';

type Props = {
  isJoining: boolean;
  count: number;
  listIds: () => Promise<string[]>;
  onClose: () => void;
  onDone: () => void;
};

/** Marks schools as members from a day, or ends their membership on one. */
export function MembersDialog({ isJoining, count, listIds, onClose, onDone }: Props) {
  const [on, setOn] = useState<string | null>(todayInLondon());
  const [fault, setFault] = useState<Fault | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const markMembers = useMarkMembers();
  const schools = plural(count, 'school');
  const send = async () => {
    if (!on) return setFault({ field: 'on', text: 'Enter a date, such as 5/1/27' });
    setFault(null);
    setIsWorking(true);
    try {
      const { changed } = await markMembers.mutateAsync({
        schoolIds: await listIds(),
        member: isJoining,
        on,
      });
      showToast({
        text: isJoining
          ? `${plural(changed, 'school is a member', 'schools are members')} now`
          : `${plural(changed, 'membership')} ended`,
      });
      onClose();
      onDone();
    } catch {
      setIsWorking(false);
    }
  };
  const faults = fault ? [fault] : faultsOf(markMembers.error).map(({ text }) => ({ field: null, text }));
  return (
    <Dialog
      title={isJoining ? `Mark ${schools} as members` : `End the membership of ${schools}`}
      onClose={onClose}
      actions={
        <>
          <Button variant={isJoining ? 'primary' : 'danger'} isPending={isWorking} onClick={send}>
            {isJoining ? 'Mark as members' : 'End membership'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary faults={faults} />
      <DateField
        name="on"
        label={isJoining ? 'Members from' : 'Membership ends on'}
        defaultDay={on}
        onDay={setOn}
        error={fault?.text}
      />
      <p className="mt-2 text-sm text-muted">
        {isJoining
          ? 'Schools that are members already stay as they are.'
          : 'Schools that are not members stay as they are.'}
      </p>
    </Dialog>
  );
}
