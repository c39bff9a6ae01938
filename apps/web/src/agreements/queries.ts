import * as contract from '@lateral/contract/agreements';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';
import type { Wording } from './wording-fields.ts';

export const agreementsQuery = queryOptions({
  queryKey: ['agreements'],
  queryFn: () => call(contract.listAgreements, {}),
});

export const agreementQuery = (agreementId: string) =>
  queryOptions({
    queryKey: ['agreements', agreementId],
    queryFn: () => call(contract.getAgreement, { params: { agreementId } }),
  });

function useAgreementMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['agreements'] }),
  });
}

export const useBeginDraft = () => useAgreementMutation((_: undefined) => call(contract.draftAgreement, {}));

export const useReword = (agreementId: string) =>
  useAgreementMutation(({ wording, version }: { wording: Wording; version: number }) =>
    call(contract.changeAgreement, { params: { agreementId }, body: wording, version }),
  );

export const useDropDraft = (agreementId: string) =>
  useAgreementMutation((_: undefined) => call(contract.dropAgreement, { params: { agreementId } }));

export const useOffer = (agreementId: string) =>
  useAgreementMutation((version: number) =>
    call(contract.offerAgreement, { params: { agreementId }, version }),
  );

export const useIssue = (agreementId: string) =>
  useAgreementMutation((version: number) =>
    call(contract.issueAgreement, { params: { agreementId }, version }),
  );

export const useWithdraw = (agreementId: string) =>
  useAgreementMutation((why: string) =>
    call(contract.withdrawAgreement, { params: { agreementId }, body: { why } }),
  );
