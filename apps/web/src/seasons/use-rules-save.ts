import type { SeasonSettings } from '@lateral/domain/seasons/rules';
import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '../ui/toasts.ts';
import { useVersionedSave } from '../versioned-save.ts';
import { type Rules, rulesQuery, useSetRules } from './rules-queries.ts';

export const settingsOf = ({ rules, windowStart, windowEnd }: Rules): SeasonSettings => ({
  ...rules,
  windowStart,
  windowEnd,
});

/** Saves a season's rules, together with what somebody else may have changed meanwhile. @param onSaved shows what stands now */
export function useRulesSave(seasonId: string, rules: Rules, onSaved: (saved: Rules) => void) {
  const set = useSetRules(seasonId);
  const client = useQueryClient();
  const saving = useVersionedSave({
    saved: rules,
    pick: settingsOf,
    send: (settings, version) => set.mutateAsync({ ...settings, version }),
    refetch: () => client.fetchQuery({ ...rulesQuery(seasonId), staleTime: 0 }),
    onSaved: (saved, meanwhile) => {
      onSaved(saved);
      showToast({
        text: meanwhile
          ? 'The rules are saved, together with what somebody else changed meanwhile'
          : 'The rules are saved',
      });
    },
  });
  return { set, ...saving };
}
