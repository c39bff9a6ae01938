import type { ReminderKind } from '@lateral/domain/reminders/reminders';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useState } from 'react';
import type { BulkDialogProps } from '../bulk-action.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import { previewQuery, useSendReminders, useUndoReminders } from './queries.ts';
import { WhoGetsNone, WhoGetsOne } from './who-gets-what.tsx';
import { kindWords, reminderErrorWords, sayHeld, sayUndone } from './words.ts';

type Props = BulkDialogProps & { kind: ReminderKind };

/** Shows who gets which words before anything is sent; what is sent can be undone for ten seconds. */
export function RemindDialog({ kind, listIds, onClose, onDone }: Props) {
  const [text, setText] = useState('');
  const note = usePaused(text.replace(/\s+/g, ' ').trim());
  const shown = useQuery(previewQuery(useId(), kind, note, listIds));
  const send = useSendReminders();
  const undo = useUndoReminders();
  // The same words sent twice, by a double press or a lost answer, are one batch.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another batch
  const batchId = useMemo(() => crypto.randomUUID(), [note]);
  const { ids, preview } = shown.data ?? {};
  const mails = preview?.mails.length ?? 0;
  const isReady = ids !== undefined && mails > 0;

  // By then the dialog is gone, and with it what `mutate` would call back.
  const takeBack = () =>
    undo.mutateAsync(batchId).then(
      ({ mails: withdrawn }) => showToast({ text: sayUndone(kind, withdrawn) }),
      (error) => showToast({ text: explain(error, reminderErrorWords) }),
    );
  const go = () =>
    isReady &&
    send.mutate(
      { batchId, kind, ids, ...(note && { note }) },
      {
        onSuccess: ({ mails: held, holdSeconds }) => {
          showToast({ text: sayHeld(kind, held, holdSeconds), undo: takeBack });
          onClose();
          onDone();
        },
      },
    );
  return (
    <Dialog
      title={kindWords[kind].action}
      onClose={onClose}
      size="wide"
      actions={
        <>
          {isReady && (
            <Button variant="primary" isPending={send.isPending || shown.isPlaceholderData} onClick={go}>
              Send {plural(mails, ...kindWords[kind].mail)}
            </Button>
          )}
          <Button onClick={onClose}>{isReady ? 'Cancel' : 'Close'}</Button>
        </>
      }
    >
      {send.error && <ErrorNote error={send.error} words={reminderErrorWords} />}
      {shown.error && <ErrorNote error={shown.error} onRetry={() => shown.refetch()} />}
      {shown.isPending && <Skeleton lines={5} label="Looking who would get a mail" />}
      {preview && (
        <div className="grid gap-4">
          <p>{mails > 0 ? kindWords[kind].who : kindWords[kind].nobody}</p>
          {mails > 0 && <WhoGetsOne mails={preview.mails} />}
          <WhoGetsNone left={preview.left} />
          {mails > 0 && (
            <TextArea
              name="reminder-note"
              label="A line of your own"
              hint="If you like. It stands in every mail."
              rows={2}
              maxLength={300}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
          {preview.example && (
            <section
              aria-label="The mail"
              className="rounded-control border border-line bg-sunken px-4 py-3 text-sm"
            >
              <h3 className="mb-2">{preview.example.subject}</h3>
              <p className="whitespace-pre-wrap wrap-anywhere">{preview.example.text}</p>
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** What was typed, once typing pauses. */
function usePaused(text: string) {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

export const InviteToJoin = (props: BulkDialogProps) => <RemindDialog kind="join" {...props} />;
export const AskToConsent = (props: BulkDialogProps) => <RemindDialog kind="consent" {...props} />;
export const AskToCoSign = (props: BulkDialogProps) => <RemindDialog kind="co-sign" {...props} />;
export const RemindToRenew = (props: BulkDialogProps) => <RemindDialog kind="renew" {...props} />;
export const RemindToOffer = (props: BulkDialogProps) => <RemindDialog kind="offer" {...props} />;
export const RemindToAnswer = (props: BulkDialogProps) => <RemindDialog kind="answer" {...props} />;
export const RemindAboutTraining = (props: BulkDialogProps) => <RemindDialog kind="train" {...props} />;
