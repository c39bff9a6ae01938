import { settingNames } from '@lateral/domain/seasons/rule-words';
import type { SeasonSettings } from '@lateral/domain/seasons/rules';
import { Card } from '../ui/card.tsx';
import { MergeChoices, type Side } from '../ui/merge-choices.tsx';
import type { Clash } from '../versioned-save.ts';
import type { Rules } from './rules-queries.ts';
import { answerWords } from './rules-words.ts';
import { settingsOf } from './use-rules-save.ts';

type Props = {
  clash: Clash<SeasonSettings, Rules>;
  isPending: boolean;
  error: Error | null;
  onSave: (choices: Record<string, Side>) => Promise<boolean>;
  onLeave: () => void;
};

/** Two people set the rules at once, and answered the same question in two ways. */
export function RulesClash({ clash: { theirs, merged }, isPending, error, onSave, onLeave }: Props) {
  return (
    <Card>
      <MergeChoices
        fields={merged.conflicts.map((field) => ({
          field,
          label: settingNames[field],
          mine: answerWords(field, merged.value),
          theirs: answerWords(field, settingsOf(theirs)),
        }))}
        who={null}
        taken={merged.taken.map((field) => settingNames[field].toLowerCase())}
        isPending={isPending}
        error={error}
        onSave={(choices) => void onSave(choices).catch(() => false)}
        onLeave={onLeave}
      />
    </Card>
  );
}
