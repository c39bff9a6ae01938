import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { todayInLondon } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useRecordTraining } from './queries.ts';

type Props = { count: number; listIds: () => Promise<string[]>; onClose: () => void; onDone: () => void };

const leadOptions = [
  { value: 'same', label: 'Leave as it is' },
  { value: 'yes', label: 'They may lead a review' },
  { value: 'no', label: 'They may not lead yet' },
];

/** Records the day of the half-day training, and who may lead. */
export function TrainingDialog({ count, listIds, onClose, onDone }: Props) {
  const [trainedOn, setTrainedOn] = useState<string | null>(todayInLondon());
  const [lead, setLead] = useState('same');
  const [fault, setFault] = useState<Fault | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const record = useRecordTraining();
  const send = async () => {
    if (!trainedOn) return setFault({ field: 'trained-on', text: 'Enter a date, such as 5/1/27' });
    setFault(null);
    setIsWorking(true);
    try {
      const canLead = lead === 'same' ? {} : { canLead: lead === 'yes' };
      const { changed } = await record.mutateAsync({ personIds: await listIds(), trainedOn, ...canLead });
      showToast({ text: `Training recorded for ${plural(changed, 'person', 'people')}` });
      onClose();
      onDone();
    } catch {
      setIsWorking(false);
    }
  };
  const faults = fault ? [fault] : faultsOf(record.error).map(({ text }) => ({ field: null, text }));
  return (
    <Dialog
      title={`Record training for ${plural(count, 'person', 'people')}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={isWorking} onClick={send}>
            Record training
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary faults={faults} />
      <DateField
        name="trained-on"
        label="Day of the training"
        defaultDay={trainedOn}
        onDay={setTrainedOn}
        error={fault?.text}
      />
      <RadioGroup
        name="lead"
        legend="Leading a review"
        options={leadOptions}
        value={lead}
        onChange={setLead}
      />
      <p className="mt-3 text-sm text-muted">Nobody reviews before the day after their training.</p>
    </Dialog>
  );
}
