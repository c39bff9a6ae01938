import type { Offer } from '@lateral/contract/offers';
import { type Area, areas } from '@lateral/domain/offers/areas';
import { type HalfDays, halfDayChoices } from '@lateral/domain/offers/days-offered';
import { areaWords, halfDayWords } from '@lateral/domain/offers/words';
import { useState } from 'react';
import { Checkbox } from '../ui/checkbox.tsx';
import { longDay } from '../ui/days.ts';
import { Select } from '../ui/select.tsx';
import { roleWords } from '../words.ts';
import type { Leader } from './draft.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { seasonName } from './words.ts';

type Candidate = Offer['candidates'][number];
const choices = halfDayChoices.map((value) => ({ value: String(value), label: halfDayWords[value] }));

/** Who goes from the school to review others, for how long, and what they know well. */
export function WhoStep(props: StepProps) {
  const { offer, draft, set } = props;
  const { leaders } = draft.value;
  const { season, candidates } = offer;
  const rest = candidates.filter(({ personId }) => !leaders.some((leader) => leader.personId === personId));
  const change = (personId: string, part: Partial<Leader>) =>
    set({
      leaders: leaders.map((leader) => (leader.personId === personId ? { ...leader, ...part } : leader)),
    });
  return (
    <StepFrame {...props} step="who">
      <p className="mb-4">
        Reviews of {seasonName(season.year)}. Each school gives one and a half days of its head and one and a
        half of a deputy, or of another senior leader. A review takes a whole day, so that is two days in one
        year and one in the next.
        {season.until && ` Please send your days by ${longDay(season.until)}.`}
      </p>
      {candidates.length === 0 && (
        <p className="rounded-control bg-asked px-4 py-3">
          We know no head, deputy or senior leader of your school. Ask the broker to add them. You can still
          say when your school cannot be visited.
        </p>
      )}
      <ul className="grid gap-4">
        {leaders.map((leader) => {
          const candidate = candidates.find(({ personId }) => personId === leader.personId);
          return (
            candidate && (
              <LeaderCard
                key={leader.personId}
                {...{ leader, candidate }}
                onChange={(part) => change(leader.personId, part)}
              />
            )
          );
        })}
      </ul>
      {rest.length > 0 && (
        <AddLeader
          rest={rest}
          isFirst={leaders.length === 0}
          onAdd={({ personId, away }) =>
            set({ leaders: [...leaders, { personId, halfDays: 3, expertise: [], away }] })
          }
        />
      )}
    </StepFrame>
  );
}

type CardProps = { leader: Leader; candidate: Candidate; onChange: (part: Partial<Leader>) => void };

function LeaderCard({ leader, candidate, onChange }: CardProps) {
  const { halfDays, expertise } = leader;
  const toggle = (area: Area, isOn: boolean) =>
    onChange({ expertise: areas.filter((one) => (one === area ? isOn : expertise.includes(one))) });
  return (
    <li className="rounded-card border border-line bg-surface px-4 py-3.5">
      <h2 className="text-lead">{candidate.name}</h2>
      <p className="mb-2 text-sm text-muted">{roleWords[candidate.role]}</p>
      <Select
        name={`half-days-${leader.personId}`}
        label={`How many days ${candidate.name} gives`}
        isLabelHidden
        options={choices}
        value={String(halfDays)}
        onChange={(value) => onChange({ halfDays: Number(value) as HalfDays })}
      />
      {halfDays > 0 && (
        <details className="mt-2">
          <summary className="min-h-11 content-center font-semibold text-pen">
            What {candidate.name} knows well{' '}
            <span className="font-normal text-muted">({expertise.length || 'optional'})</span>
          </summary>
          <fieldset className="mt-1 grid min-w-0 gap-x-4 sm:grid-cols-2">
            <legend className="sr-only">What {candidate.name} knows well</legend>
            {areas.map((area) => (
              <Checkbox
                key={area}
                label={areaWords[area]}
                checked={expertise.includes(area)}
                onChange={({ target }) => toggle(area, target.checked)}
              />
            ))}
          </fieldset>
        </details>
      )}
    </li>
  );
}

type AddProps = { rest: readonly Candidate[]; isFirst: boolean; onAdd: (candidate: Candidate) => void };

/** Another leader to go: none is added until one is chosen. */
function AddLeader({ rest, isFirst, onAdd }: AddProps) {
  const [said, setSaid] = useState('');
  return (
    <div className="mt-4 max-w-96">
      <Select
        name="add-leader"
        label={isFirst ? 'Who goes?' : 'Somebody else goes too, or instead'}
        options={[
          { value: '', label: 'Choose a leader' },
          ...rest.map(({ personId, name, role }) => ({
            value: personId,
            label: `${name}, ${roleWords[role].toLowerCase()}`,
          })),
        ]}
        value=""
        onChange={(personId) => {
          const chosen = rest.find((one) => one.personId === personId);
          if (!chosen) return;
          onAdd(chosen);
          setSaid(`${chosen.name} was added`);
        }}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
