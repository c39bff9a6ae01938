import * as contract from '@lateral/contract/feeds';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

export const feedQuery = queryOptions({
  queryKey: ['feed'],
  queryFn: async () => (await call(contract.getFeed, {})).feed,
});

function useFeedMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['feed'] }),
  });
}

export const useMakeFeed = () => useFeedMutation(() => call(contract.makeFeed, {}));
export const useChangeFeed = () =>
  useFeedMutation((withTerms: boolean) => call(contract.changeFeed, { body: { withTerms } }));
export const useWithdrawFeed = () => useFeedMutation(() => call(contract.withdrawFeed, {}));
