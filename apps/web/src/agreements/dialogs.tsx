import type { Agreement } from '@lateral/contract/agreements';
import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '../api-error.ts';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { longDay } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useDropDraft, useIssue, useWithdraw } from './queries.ts';
import { agreementErrorWords } from './words.ts';

type Props = { agreement: Agreement; onClose: () => void };

const issueWords = {
  ...agreementErrorWords,
  changed: 'Its words were changed since you opened it. Close this, and read it again.',
};

/** The second person issues a version: its words stand from then on. */
export function IssueDialog({ agreement: { id, number, version, offered, consentBy }, onClose }: Props) {
  const issue = useIssue(id);
  // What they have read, whatever is fetched behind this dialog: nobody issues words that they have not seen.
  const [hasRead] = useState(version);
  const isChanged = issue.error instanceof ApiError && issue.error.status === 412;
  const send = () =>
    issue.mutate(hasRead, {
      onSuccess: () => {
        showToast({ text: `Version ${number} is issued` });
        onClose();
        focusHeading();
      },
    });
  return (
    <Dialog
      title={`Issue version ${number}?`}
      onClose={onClose}
      actions={
        <>
          {!isChanged && (
            <Button variant="primary" isPending={issue.isPending} onClick={send}>
              Issue it
            </Button>
          )}
          <Button onClick={onClose}>{isChanged ? 'Close' : 'Cancel'}</Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>
          {offered?.by ?? 'Somebody'} has offered it. From now on it is the version that schools sign, and
          nobody can change its words.
        </p>
        <p>
          Schools that have signed an earlier version stay bound by that one until they sign this.
          {consentBy && ` They are asked to by ${longDay(consentBy)}.`}
        </p>
        {issue.error && <ErrorNote error={issue.error} words={issueWords} />}
      </div>
    </Dialog>
  );
}

export function DropDialog({
  agreement: { id, number },
  onClose,
  onDropped,
}: Props & { onDropped: () => void }) {
  const drop = useDropDraft(id);
  const send = () =>
    drop.mutate(undefined, {
      onSuccess: () => {
        showToast({ text: `The draft of version ${number} is thrown away` });
        onDropped();
      },
    });
  return (
    <Dialog
      title={`Throw version ${number} away?`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isPending={drop.isPending} onClick={send}>
            Throw it away
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>The words that were written for it are lost. What has been issued stays.</p>
      {drop.error && <ErrorNote error={drop.error} words={agreementErrorWords} />}
    </Dialog>
  );
}

const nothing = { why: '' };

/** Withdraws a version that was issued, with a reason that everybody reads. */
export function WithdrawDialog({ agreement: { id, number, isInForce }, onClose }: Props) {
  const formId = useId();
  const draft = useDraft(`withdraw-agreement:${id}`, nothing);
  const withdraw = useWithdraw(id);
  const faults =
    withdraw.error instanceof ApiError && withdraw.error.errors.length === 0
      ? faultsOf(withdraw.error, agreementErrorWords)
      : faultsOf(withdraw.error, { why: 'Say why, in at most 500 letters' });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (withdraw.isPending) return;
    withdraw.mutate(draft.value.why.trim(), {
      onSuccess: () => {
        draft.drop();
        showToast({ text: `Version ${number} is withdrawn` });
        onClose();
        focusHeading();
      },
    });
  };
  return (
    <Dialog
      title={`Withdraw version ${number}?`}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="danger" isPending={withdraw.isPending}>
            Withdraw it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <p>
          {isInForce && 'No school can sign until another version is issued. '}
          Schools that have signed it stay bound by it. You cannot take this back.
        </p>
        <TextArea
          name="why"
          label="Why"
          hint="Everybody who reads the agreement sees this"
          rows={3}
          value={draft.value.why}
          onChange={({ target }) => draft.setValue({ why: target.value })}
          error={faults.find(({ field }) => field === 'why')?.text}
        />
      </form>
    </Dialog>
  );
}
