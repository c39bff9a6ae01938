import * as contract from '@lateral/contract/tokens';
import type { TokenScope } from '@lateral/domain/tokens/tokens';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => call(contract.listTokens, {}),
});

function useTokenMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

export const useMakeToken = () =>
  useTokenMutation((body: { name: string; scopes: TokenScope[]; days: number }) =>
    call(contract.makeToken, { body }),
  );

export const useEndToken = () =>
  useTokenMutation((tokenId: string) => call(contract.endToken, { params: { tokenId } }));
