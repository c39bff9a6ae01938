import { type Capacity, capacities } from '@lateral/domain/ledger/entries';
import { daysInWords, yearInWords } from '@lateral/domain/ledger/words';
import { type FormEvent, useId, useState } from 'react';
import { useDraft } from '../drafts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useWriteEntry } from './queries.ts';
import { capacityNames, ledgerErrorWords, readDays } from './words.ts';

type Props = {
  kind: 'waived' | 'brought';
  school: { id: string; name: string };
  years: readonly number[];
  onClose: () => void;
};

const says = {
  waived: {
    title: 'Waive days',
    about: 'These days need not be given. The headteacher is told, with your reason.',
    example: 'For example: the school has no deputy',
  },
  brought: {
    title: 'Bring days from before',
    about: 'What was left over before this ledger began. The headteacher is told, with your reason.',
    example: 'For example: one day not given in the year before',
  },
};
const ways = [
  { value: 'owed', label: 'Still to be given' },
  { value: 'ahead', label: 'Given ahead' },
];

/** Waives days, or brings what was left over from before; always with a reason. */
export function WriteDialog({ kind, school, years, onClose }: Props) {
  const formId = useId();
  const { title, about, example } = says[kind];
  const start: Value = { capacity: '', days: '', year: String(years[0]), way: 'owed', reason: '' };
  const draft = useDraft(`ledger:${kind}:${school.id}`, start);
  const [gaps, setGaps] = useState<Fault[]>([]);
  const write = useWriteEntry(school.id);
  const { value } = draft;
  const set = (part: Partial<Value>) => draft.setValue({ ...value, ...part });
  const faults = gaps.length > 0 ? gaps : faultsOf(write.error, ledgerErrorWords);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (write.isPending) return;
    const halfDays = readDays(value.days);
    const found = findGaps(value, halfDays);
    setGaps(found);
    if (found.length > 0 || halfDays === null) return;
    const capacity = value.capacity as Capacity;
    const signed = kind === 'brought' && value.way === 'ahead' ? -halfDays : halfDays;
    write.mutate(
      { capacity, year: Number(value.year), kind, halfDays: signed, reason: value.reason },
      {
        onSuccess: () => {
          draft.drop();
          const did = kind === 'waived' ? 'waived' : 'brought from before';
          showToast({ text: `${daysInWords(halfDays)} ${did} for ${school.name}` });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={write.isPending}>
            {title}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <p>{about}</p>
        <EntryFields {...{ kind, years, value, example, faultOf }} onChange={set} />
      </form>
    </Dialog>
  );
}

type Value = { capacity: string; days: string; year: string; way: string; reason: string };
type FieldsProps = Pick<Props, 'kind' | 'years'> & {
  value: Value;
  example: string;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<Value>) => void;
};

function EntryFields({ kind, years, value, example, faultOf, onChange: set }: FieldsProps) {
  return (
    <>
      <RadioGroup
        name="capacity"
        legend="Which days"
        options={capacities.map((one) => ({ value: one, label: capacityNames[one] }))}
        value={value.capacity}
        onChange={(capacity) => set({ capacity })}
        error={faultOf('capacity')}
      />
      {kind === 'brought' && (
        <RadioGroup
          name="way"
          legend="What was left over"
          options={ways}
          value={value.way}
          onChange={(way) => set({ way })}
        />
      )}
      <TextField
        name="halfDays"
        label="How many days"
        hint="In half days, for example 0.5 or 1.5"
        inputMode="decimal"
        autoComplete="off"
        value={value.days}
        onChange={({ target }) => set({ days: target.value })}
        error={faultOf('halfDays')}
      />
      <Select
        name="year"
        label="School year"
        options={years.map((one) => ({ value: String(one), label: yearInWords(one) }))}
        value={value.year}
        onChange={(year) => set({ year })}
      />
      <TextArea
        name="reason"
        label="Why"
        hint={example}
        value={value.reason}
        onChange={({ target }) => set({ reason: target.value })}
        error={faultOf('reason')}
      />
    </>
  );
}

const findGaps = (value: Value, halfDays: number | null): Fault[] => [
  ...(value.capacity ? [] : [{ field: 'capacity', text: 'Choose head days or deputy days' }]),
  ...(halfDays === null ? [{ field: 'halfDays', text: 'Enter days in halves, such as 0.5 or 1.5' }] : []),
  ...(value.reason.trim() ? [] : [{ field: 'reason', text: 'Say why' }]),
];
