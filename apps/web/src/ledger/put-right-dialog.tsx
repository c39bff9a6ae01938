import type { SchoolLedger } from '@lateral/contract/ledger';
import { daysInWords, kindWords, yearInWords } from '@lateral/domain/ledger/words';
import { type FormEvent, useId, useState } from 'react';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useWriteEntry } from './queries.ts';
import { capacityNames, ledgerErrorWords } from './words.ts';

type Props = { schoolId: string; entry: SchoolLedger['entries'][number]; onClose: () => void };

/** Puts an entry right by its reverse. Both stay in the ledger. */
export function PutRightDialog({ schoolId, entry, onClose }: Props) {
  const formId = useId();
  const draft = useDraft(`ledger:right:${entry.id}`, { reason: '' });
  const [isBare, setIsBare] = useState(false);
  const write = useWriteEntry(schoolId);
  const faults = isBare ? [{ field: 'reason', text: 'Say why' }] : faultsOf(write.error, ledgerErrorWords);
  const { capacity, year, kind, halfDays } = entry;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const { reason } = draft.value;
    setIsBare(!reason.trim());
    if (!reason.trim()) return;
    write.mutate(
      { capacity, year, kind, halfDays: -halfDays, reason },
      {
        onSuccess: () => {
          draft.drop();
          showToast({ text: 'The ledger is put right' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Put this right?"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={write.isPending}>
            Put it right
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <p>
          {kindWords[kind]}, {yearInWords(year)}: {daysInWords(halfDays)} (
          {capacityNames[capacity].toLowerCase()}
          ). {entry.source}.
        </p>
        <p>
          The reverse is added, so that the days count as if this had not been written. Both stay in the
          ledger, and the headteacher is told.
        </p>
        <TextArea
          name="reason"
          label="Why"
          value={draft.value.reason}
          onChange={({ target }) => draft.setValue({ reason: target.value })}
          error={faults.find(({ field }) => field === 'reason')?.text}
        />
      </form>
    </Dialog>
  );
}
