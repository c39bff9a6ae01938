import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { TextArea } from './text-area.tsx';

type Props = {
  title: string;
  label: string;
  hint?: string;
  action: string;
  error: Error | null;
  /** What the API may refuse, in words. */
  words: Record<string, string>;
  isPending: boolean;
  onSend: (reason: string) => void;
  onClose: () => void;
  /** What happens then. */
  children?: ReactNode;
};

const missing = 'Say why, in a few words';

/** Something that is done at once and told to people, with why. */
export function ReasonDialog(props: Props) {
  const { title, label, hint, action, error, words, isPending, onSend, onClose, children } = props;
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    setIsMissing(given === '');
    if (given !== '' && !isPending) onSend(given);
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="reason-form" variant="primary" isPending={isPending}>
            {action}
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </>
      }
    >
      <form id="reason-form" noValidate onSubmit={send} className="grid gap-4">
        {isMissing && <ErrorSummary faults={[{ field: 'reason', text: missing }]} />}
        {error && <ErrorNote error={error} words={words} />}
        {children && <p>{children}</p>}
        <TextArea
          name="reason"
          label={label}
          hint={hint}
          maxLength={500}
          value={reason}
          error={isMissing ? missing : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
      </form>
    </Dialog>
  );
}
