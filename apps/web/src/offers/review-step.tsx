import { type Area, areas, mostFocus } from '@lateral/domain/offers/areas';
import { areaWords } from '@lateral/domain/offers/words';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { longDay, todayInLondon } from '../ui/days.ts';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { BarredField } from './barred-field.tsx';
import { DayListField } from './day-list-field.tsx';
import { type Draft, openDaysOf } from './draft.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';
import { listDays } from './words.ts';

/** What is wrong with the part about the school's own review, before anything is sent. */
function listGaps({ preferred, avoided, focus }: Draft): Fault[] {
  const both = avoided.filter((day) => preferred.includes(day));
  return [
    ...(both.length > 0
      ? [
          {
            field: 'avoided',
            text: `You would and would not like ${listDays(both)}: take it away in one place`,
          },
        ]
      : []),
    ...(focus.length > mostFocus ? [{ field: 'focus', text: `Choose at most ${mostFocus} areas` }] : []),
  ];
}

/** The school's own review: days it would like, what it would like looked at, who may not come. */
export function ReviewStep(props: StepProps) {
  const { offer, draft, set } = props;
  const { preferred, avoided, focus, barred } = draft.value;
  const { windowStart, windowEnd, id: season } = offer.season;
  const formId = useId();
  const navigate = useNavigate();
  const [faults, setFaults] = useState<Fault[]>([]);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const isOpen = openDaysOf(offer);
  const refuse = (day: string) => {
    if (day < windowStart || day > windowEnd)
      return `Reviews are from ${longDay(windowStart)} to ${longDay(windowEnd)}`;
    if (day < todayInLondon()) return `${longDay(day)} is past`;
    return isOpen(day) ? null : `Schools are not open on ${longDay(day)}`;
  };
  const toggle = (area: Area, isOn: boolean) =>
    set({ focus: areas.filter((one) => (one === area ? isOn : focus.includes(one))) });
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    const found = listGaps(draft.value);
    setFaults(found);
    const params = { schoolId: offer.school.id };
    if (found.length === 0)
      void navigate({ to: '/reviews/offer/$schoolId', params, search: { season, step: 'check' } });
  };
  return (
    <StepFrame
      {...props}
      step="review"
      action={
        <Button type="submit" form={formId} variant="primary">
          Go on
        </Button>
      }
    >
      <form id={formId} noValidate onSubmit={goOn} className="grid gap-6">
        <ErrorSummary faults={faults} />
        <p>
          Your school has one review a year, too. All of this is optional: with nothing here, any day will do.
        </p>
        <DayListField
          name="preferred"
          label="Days you would like"
          hint="For example, 5/1/27 or 5 Jan. One at a time."
          days={preferred}
          error={faultOf('preferred')}
          refuse={refuse}
          onChange={(days) => set({ preferred: days })}
        />
        <DayListField
          name="avoided"
          label="Days you would rather not have"
          hint="For days that are not possible at all, go back one step and block them."
          days={avoided}
          error={faultOf('avoided')}
          refuse={refuse}
          onChange={(days) => set({ avoided: days })}
        />
        <fieldset
          id="focus"
          tabIndex={-1}
          className={`min-w-0 ${faultOf('focus') ? 'border-l-4 border-risk pl-3' : ''}`}
        >
          <legend className="mb-1 font-semibold">What you would like looked at (optional)</legend>
          <p className="mb-1.5 text-sm text-muted">
            At most {mostFocus}. We try to send you somebody who knows it well.
          </p>
          {faultOf('focus') && (
            <p className="mb-1.5 font-semibold text-risk">
              <span className="sr-only">Error: </span>
              {faultOf('focus')}
            </p>
          )}
          <div className="grid gap-x-4 sm:grid-cols-2">
            {areas.map((area) => (
              <Checkbox
                key={area}
                label={areaWords[area]}
                checked={focus.includes(area)}
                onChange={({ target }) => toggle(area, target.checked)}
              />
            ))}
          </div>
        </fieldset>
        <BarredField offer={offer} barred={barred} onChange={(next) => set({ barred: next })} />
      </form>
    </StepFrame>
  );
}
