import { getRules, setRules } from '@lateral/contract/season-rules';
import type { SeasonSettings } from '@lateral/domain/seasons/rules';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Output } from '../call.ts';

export type Rules = Output<typeof getRules>;

export const rulesQuery = (seasonId: string) =>
  queryOptions({
    queryKey: ['seasons', seasonId, 'rules'],
    queryFn: () => call(getRules, { params: { seasonId } }),
  });

/** The days of a season are on other screens too: those of the offers and of the broker's day. */
export function useSetRules(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: SeasonSettings & { version: number }) =>
      call(setRules, { params: { seasonId }, body, version }),
    onSuccess: () =>
      Promise.all(
        [['seasons'], ['offers'], ['today']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}
