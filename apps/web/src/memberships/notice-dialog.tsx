import { type FormEvent, useId } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { longDay } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useGiveNotice } from './membership-queries.ts';
import { membershipErrorWords } from './membership-words.ts';

type Props = { school: { id: string; name: string }; endsOn: string; onClose: () => void };

/** A school leaves: on which day, what stays, and why, if they like to say. */
export function NoticeDialog({ school, endsOn, onClose }: Props) {
  const formId = useId();
  const draft = useDraft(`notice:${school.id}`, { why: '' });
  const give = useGiveNotice(school.id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (give.isPending) return;
    give.mutate(
      { endsOn, why: draft.value.why.trim() || null },
      {
        onSuccess: () => {
          draft.drop();
          showToast({ text: `Notice is given: ${school.name} leaves on ${longDay(endsOn)}` });
          onClose();
        },
      },
    );
  };
  const faults =
    give.error instanceof ApiError && give.error.errors.length > 0
      ? faultsOf(give.error, { why: 'Say why in at most 1,000 letters' })
      : faultsOf(give.error, membershipErrorWords);
  return (
    <Dialog
      title="Give notice?"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="danger" isPending={give.isPending}>
            Give notice
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <p>
          {school.name} is a member up to and including {longDay(endsOn)}, with all that goes with it. Until
          then the notice can be taken back. What was signed is kept.
        </p>
        <TextArea
          name="why"
          label="Why (optional)"
          hint="The broker and your school see it"
          rows={3}
          value={draft.value.why}
          onChange={({ target }) => draft.setValue({ why: target.value })}
          error={faults.find(({ field }) => field === 'why')?.text}
        />
      </form>
    </Dialog>
  );
}
