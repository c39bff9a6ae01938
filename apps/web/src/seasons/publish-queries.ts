import * as contract from '@lateral/contract/season-publishing';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';
import { seasonQuery } from './queries.ts';

/** What publishing would change. Under the season's version: another draft is another question. */
export const changesQuery = (seasonId: string, draftVersion: number) =>
  queryOptions({
    queryKey: ['seasons', seasonId, 'changes', draftVersion],
    queryFn: () => call(contract.listSeasonChanges, { params: { seasonId } }),
    staleTime: 60_000,
  });

export function usePublishSeason(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draftVersion: number) =>
      call(contract.publishSeason, { params: { seasonId }, body: { draftVersion } }),
    onSuccess: ({ season }) => client.setQueryData(seasonQuery(seasonId).queryKey, season),
    onSettled: () => {
      for (const queryKey of [['seasons'], ['today'], ['history'], ['notifications'], ['calendars']])
        void client.invalidateQueries({ queryKey });
    },
  });
}
