import * as contract from '@lateral/contract/delegations';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Output } from '../call.ts';

export type Delegations = Output<typeof contract.listDelegations>;

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: () => call(contract.listDelegations, {}),
});

function useDelegationMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['delegations'] }),
  });
}

export const useLendRole = () =>
  useDelegationMutation((body: { schoolId: string; delegateId: string; until: string }) =>
    call(contract.lendRole, { body }),
  );

export const useEndDelegation = () =>
  useDelegationMutation((delegationId: string) => call(contract.endDelegation, { params: { delegationId } }));
