import * as contract from '@lateral/contract/recoveries';
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

export const recoveriesQuery = infiniteQueryOptions({
  queryKey: ['recoveries'],
  queryFn: ({ pageParam }) =>
    call(contract.listRecoveries, { querystring: { ...(pageParam && { cursor: pageParam }) } }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

function useRecoveryMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['recoveries'] }),
  });
}

export const useAskForRecovery = (personId: string) =>
  useRecoveryMutation((body: { newEmail: string; reason: string }) =>
    call(contract.askForRecovery, { params: { personId }, body }),
  );

export const useAgree = () =>
  useRecoveryMutation((recoveryId: string) => call(contract.agreeToRecovery, { params: { recoveryId } }));

export const useStop = () =>
  useRecoveryMutation((recoveryId: string) => call(contract.stopRecovery, { params: { recoveryId } }));
