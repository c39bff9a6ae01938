import type { OfferRound } from '@lateral/contract/offers';
import { addDays } from '@lateral/domain/calendars/weeks';
import { sentenceOf } from '@lateral/domain/notifications/words';
import { refuseRound } from '@lateral/domain/offers/refusals';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { longDay, todayInLondon } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { plural } from '../ui/plural.ts';
import { showToast } from '../ui/toasts.ts';
import { faultsOf } from '../words.ts';
import { useOpenRound } from './queries.ts';
import { roundErrorWords } from './words.ts';

/** Three weeks from today, or the last day of the season where that is sooner. */
const suggest = ({ windowEnd }: OfferRound) =>
  [addDays(todayInLondon(), 21), windowEnd].toSorted()[0] ?? windowEnd;

/** Asks every member for its days, or sets another date: shows who is told what before anything is done. */
export function AskSchools({ round, onClose }: { round: OfferRound; onClose: () => void }) {
  const isOpen = round.openedAt !== null;
  const [until, setUntil] = useState<string | null>(round.until ?? suggest(round));
  const [gaps, setGaps] = useState<Fault[]>([]);
  const open = useOpenRound(round.id);
  const formId = useId();
  const faults = gaps.length > 0 ? gaps : faultsOf(open.error, roundErrorWords);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (open.isPending) return;
    const found = listGaps(until, round);
    setGaps(found);
    if (found.length > 0 || !until) return;
    open.mutate(until, {
      onSuccess: ({ hearers }) => {
        showToast({
          text: isOpen
            ? `Schools have until ${longDay(until)}`
            : `${plural(hearers, 'person is', 'people are')} told`,
        });
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={isOpen ? 'Change the date' : 'Ask schools for their days'}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={open.isPending}>
            {isOpen ? 'Save the date' : `Ask ${plural(round.members, 'school')}`}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="grid gap-4">
        <ErrorSummary faults={faults} />
        <DateField
          name="until"
          label="By when should they answer?"
          defaultDay={until}
          error={faults.find(({ field }) => field === 'until')?.text}
          onDay={setUntil}
        />
        {isOpen ? (
          <p>Nobody is told again. Those who send later than this can still send.</p>
        ) : (
          <WhatIsTold round={round} until={until} />
        )}
      </form>
    </Dialog>
  );
}

function WhatIsTold({
  round: { members, hearers, year },
  until,
}: {
  round: OfferRound;
  until: string | null;
}) {
  const example = { id: '', name: 'Your school' };
  return (
    <>
      <p>
        {plural(hearers, 'person is', 'people are')} told: the heads, deputies and administrators of{' '}
        {plural(members, 'school')}. They see it here, and in the daily mail. To write to heads at once,
        remind them afterwards.
      </p>
      <section
        aria-label="What each is told"
        className="rounded-control border border-line bg-sunken px-4 py-3 text-sm"
      >
        <p>
          {until
            ? `${sentenceOf({ kind: 'days-asked', detail: { year, until }, school: example })}.`
            : 'Write a date to see the words.'}
        </p>
      </section>
      <p>
        From then on, only days that schools send are planned with: days that nobody offers count as not
        there. A plan that you have made already stays as it is until you plan again.
      </p>
    </>
  );
}

function listGaps(until: string | null, { windowEnd }: OfferRound): Fault[] {
  if (until && refuseRound(until, windowEnd, todayInLondon()) === null) return [];
  const text = roundErrorWords.until ?? '';
  if (!until) return [{ field: 'until', text }];
  return [
    {
      field: 'until',
      text:
        until > windowEnd
          ? `The season ends on ${longDay(windowEnd)}: choose a day before`
          : 'Choose today or a later day',
    },
  ];
}
