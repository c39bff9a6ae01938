import type { PartOfDay } from '@lateral/domain/offers/refusals';
import { useState } from 'react';
import { Select } from '../ui/select.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { WeeksGrid } from './weeks-grid.tsx';
import { countDays } from './words.ts';

const school = 'school';

/** When the school cannot be visited, and when each of those who go cannot. One grid at a time. */
export function DaysStep(props: StepProps) {
  const { offer, draft, set } = props;
  const { leaders, blocked } = draft.value;
  const going = leaders.filter(({ halfDays }) => halfDays > 0);
  const [chosen, setChosen] = useState(school);
  const leader = going.find(({ personId }) => personId === chosen);
  const nameOf = (id: string) => offer.candidates.find(({ personId }) => personId === id)?.name ?? '';
  const days = leader ? leader.away : blocked;
  const change = (next: PartOfDay[]) =>
    leader
      ? set({ leaders: leaders.map((one) => (one === leader ? { ...one, away: next } : one)) })
      : set({ blocked: next });
  return (
    <StepFrame {...props} step="days" isLong>
      <p className="mb-4">
        Press a day on which it does not work: first it is blocked all day, then the morning, then the
        afternoon. Reviews take a whole day; half a day matters for training.
      </p>
      <Select
        name="whose-days"
        label="Whose days?"
        options={[
          { value: school, label: `Your school cannot be visited: ${countDays(blocked)}` },
          ...going.map(({ personId, away }) => ({
            value: personId,
            label: `${nameOf(personId)} cannot go: ${countDays(away)}`,
          })),
        ]}
        value={leader ? chosen : school}
        onChange={setChosen}
      />
      <div className="mt-3 mb-2 flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <p role="status">
          {days.length === 0
            ? 'All free. If that is right, go on.'
            : leader
              ? `${nameOf(leader.personId)} cannot go on ${countDays(days)}.`
              : `Your school cannot be visited on ${countDays(days)}.`}
        </p>
        {days.length > 0 && (
          <TextButton className="max-desk:min-h-11" onClick={() => change([])}>
            Make all free
          </TextButton>
        )}
      </div>
      <WeeksGrid
        offer={offer}
        caption={leader ? `When ${nameOf(leader.personId)} cannot go` : 'When your school cannot be visited'}
        days={days}
        onChange={change}
      />
    </StepFrame>
  );
}
