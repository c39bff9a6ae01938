import type { SchoolMembership } from '@lateral/contract/membership-changes';
import type { ConversionRule } from '@lateral/domain/agreements/terms';
import { Button } from '../ui/button.tsx';
import { longDay } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { showToast } from '../ui/toasts.ts';
import { useSettleConversion } from './membership-queries.ts';
import { membershipErrorWords } from './membership-words.ts';

type Props = { data: SchoolMembership; conversion: NonNullable<SchoolMembership['conversion']> };

const actionWords: Record<ConversionRule, string> = {
  carries: 'Carry membership over',
  lapses: 'End the membership',
};

/** The school goes on under another legal record: the broker confirms what the agreement says, or decides otherwise. */
export function ConversionNote({ data: { school, may }, conversion }: Props) {
  const { fromUrn, toUrn, openedOn, rule } = conversion;
  const settle = useSettleConversion(school.id);
  const other: ConversionRule = rule === 'carries' ? 'lapses' : 'carries';
  const send = (outcome: ConversionRule) =>
    settle.mutate(
      { outcome, toUrn },
      {
        onSuccess: () =>
          showToast({
            text:
              outcome === 'carries'
                ? `${school.name} stays a member under URN ${toUrn}`
                : `The membership of ${school.name} has ended`,
          }),
      },
    );
  return (
    <div className="mt-3 rounded-control bg-waiting-soft px-4 py-3">
      <p>
        The register has a new record for this school: URN {toUrn}
        {openedOn && `, open since ${longDay(openedOn)}`}. It became a member as URN {fromUrn}. By its
        agreement, membership{' '}
        {rule === 'carries' ? 'carries over' : 'ends, and the new school is asked to join'}.
      </p>
      {may.settle ? (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" variant="primary" isPending={settle.isPending} onClick={() => send(rule)}>
            {actionWords[rule]}
          </Button>
          <Button size="small" isPending={settle.isPending} onClick={() => send(other)}>
            {actionWords[other]} instead
          </Button>
        </div>
      ) : (
        <p className="mt-1">The broker confirms it. Until then nothing changes.</p>
      )}
      {settle.error && <ErrorNote error={settle.error} words={membershipErrorWords} />}
    </div>
  );
}
