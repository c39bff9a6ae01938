import { Card } from '../ui/card.tsx';
import { MergeChoices, type Side } from '../ui/merge-choices.tsx';
import type { Clash } from '../versioned-save.ts';
import type { Calendar } from './queries.ts';
import { describeRows } from './words.ts';

type Props = {
  clash: Clash<Pick<Calendar, 'terms' | 'closures'>, Calendar>;
  isPending: boolean;
  onSave: (choices: Record<string, Side>) => Promise<boolean>;
  onLeave: () => void;
};

const labels = { terms: 'Terms', closures: 'Days when every school is closed' };

/** Two people set the year at once, and both changed its terms or its closed days. */
export function CalendarClash({ clash: { theirs, merged }, isPending, onSave, onLeave }: Props) {
  return (
    <Card title="Change the year">
      <MergeChoices
        fields={merged.conflicts.map((field) => ({
          field,
          label: labels[field],
          mine: describeRows(merged.value[field]),
          theirs: describeRows(theirs[field]),
        }))}
        who={null}
        taken={merged.taken.map((field) => labels[field].toLowerCase())}
        isPending={isPending}
        onSave={(choices) => void onSave(choices).catch(() => false)}
        onLeave={onLeave}
      />
    </Card>
  );
}
