import { schoolYearOf } from '@lateral/domain/calendars/london';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { todayInLondon } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toasts.ts';
import { explain } from '../words.ts';
import { type Delegations, useLendRole } from './queries.ts';
import { delegationErrorWords } from './words.ts';

type Props = { candidates: Delegations['candidates']; onClose: () => void };

/** A head asks somebody of their school to prepare things, until a day: the end of the school year unless they say. */
export function LendDialog({ candidates, onClose }: Props) {
  const formId = useId();
  const [at, setAt] = useState('');
  const [until, setUntil] = useState<string | null>(`${schoolYearOf(todayInLondon()) + 1}-07-31`);
  const [early, setEarly] = useState<Fault[]>([]);
  const lend = useLendRole();
  const chosen = candidates[Number(at)];
  const isOneSchool = new Set(candidates.map(({ schoolId }) => schoolId)).size === 1;
  const options = [
    { value: '', label: 'Choose a person' },
    ...candidates.map(({ name, schoolName }, i) => ({
      value: String(i),
      label: isOneSchool ? name : `${name}, ${schoolName}`,
    })),
  ];
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (lend.isPending) return;
    const person = at === '' ? undefined : chosen;
    const missing = [
      ...(person ? [] : [{ field: 'delegate', text: 'Choose a person' }]),
      ...(until ? [] : [{ field: 'until', text: 'Enter a date, such as 31/7/27' }]),
    ];
    setEarly(missing);
    if (!person || !until) return;
    const { schoolId, personId, name } = person;
    lend.mutate(
      { schoolId, delegateId: personId, until },
      {
        onSuccess: () => {
          showToast({ text: `${name} may prepare things for you` });
          onClose();
        },
      },
    );
  };
  const faults =
    early.length > 0 || !lend.error
      ? early
      : [{ field: null, text: explain(lend.error, delegationErrorWords) }];
  const faultOf = (name: string) => faults.find(({ field }) => field === name)?.text;
  return (
    <Dialog
      title="Ask somebody to prepare things for you"
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={lend.isPending}>
            Ask them
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <Select
          name="delegate"
          label="Who"
          options={options}
          value={at}
          onChange={setAt}
          error={faultOf('delegate')}
        />
        <DateField
          name="until"
          label="Until"
          hint="You can take it back at any time."
          defaultDay={until}
          onDay={setUntil}
          error={faultOf('until')}
        />
      </form>
    </Dialog>
  );
}
