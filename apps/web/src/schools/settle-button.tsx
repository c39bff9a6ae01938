import type { SchoolRow } from '@lateral/contract/schools';
import { type Phase, phases } from '@lateral/domain/schools/phases';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { phaseWords } from '../ui/phase-mark.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useSettleSchool } from './change-queries.ts';
import { settlementWords } from './words.ts';

type Props = { school: Pick<SchoolRow, 'id' | 'name' | 'phases' | 'settlement' | 'typeName'> };

/** Asks the broker whether a school counts; its phase too when the register does not say. */
export function SettleButton({ school }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)} aria-label={`Decide about ${school.name}`}>
        Decide
      </Button>
      {isOpen && <SettleDialog school={school} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function SettleDialog({ school, onClose }: Props & { onClose: () => void }) {
  const [counts, setCounts] = useState('');
  const [chosen, setChosen] = useState<readonly Phase[]>(school.phases);
  const [fault, setFault] = useState<Fault | null>(null);
  const settle = useSettleSchool();
  const isPhaseAsked = counts === 'yes' && school.phases.length === 0;

  const save = () => {
    if (counts === '') return setFault({ field: 'counts', text: 'Choose whether it counts' });
    if (isPhaseAsked && chosen.length === 0)
      return setFault({ field: 'phases', text: 'Choose at least one phase' });
    setFault(null);
    settle.mutate(
      { schoolId: school.id, counted: counts === 'yes', ...(isPhaseAsked && { phases: [...chosen] }) },
      {
        onSuccess: () => {
          showToast({ text: `${school.name} ${counts === 'yes' ? 'counts' : 'does not count'} now` });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={school.name}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" isPending={settle.isPending} onClick={save}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary faults={fault ? [fault] : faultsOf(settle.error)} />
      <p className="mb-4 text-muted">
        {settlementWords[school.settlement]}
        {school.typeName && `. Its type is “${school.typeName}”`}.
      </p>
      <RadioGroup
        name="counts"
        legend="Does it count as a state school?"
        options={[
          { value: 'yes', label: 'It counts', hint: 'It can be a member and be reviewed' },
          { value: 'no', label: 'It does not count', hint: 'It is left out of every list but its own' },
        ]}
        value={counts}
        onChange={setCounts}
        error={fault?.field === 'counts' ? fault.text : undefined}
      />
      {isPhaseAsked && (
        <fieldset id="phases" tabIndex={-1} className="mt-4">
          <legend className="mb-1 font-semibold">Which phase is it in?</legend>
          <p className="text-sm text-muted">The register does not say.</p>
          {phases.map((phase) => (
            <Checkbox
              key={phase}
              label={phaseWords[phase]}
              checked={chosen.includes(phase)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, phase] : chosen.filter((one) => one !== phase))
              }
            />
          ))}
        </fieldset>
      )}
      <p className="mt-4 text-sm text-muted">Your decision stands, whatever a later register says.</p>
    </Dialog>
  );
}
