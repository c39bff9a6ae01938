import * as contract from '@lateral/contract/membership-changes';
import type { ConversionRule } from '@lateral/domain/agreements/terms';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

export const membershipQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ['memberships', 'school', schoolId],
    queryFn: () => call(contract.getMembership, { params: { schoolId } }),
  });

/** What is answered is how the school stands now; its page, the lists and its history go by it. */
function useMembershipMutation<Input>(
  schoolId: string,
  mutationFn: (input: Input) => Promise<contract.SchoolMembership>,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (now) => {
      queryClient.setQueryData(membershipQuery(schoolId).queryKey, now);
      for (const queryKey of [
        ['memberships', 'list'],
        ['schools'],
        ['signings'],
        ['history'],
        ['today'],
        ['notifications'],
      ])
        void queryClient.invalidateQueries({ queryKey });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['memberships'] }),
  });
}

type Renewal = { metOn: string; minute: string; name: string; hasAuthority: true; until: string };
export const useRenew = (schoolId: string) =>
  useMembershipMutation(schoolId, (body: Renewal) =>
    call(contract.renewMembership, { params: { schoolId }, body }),
  );

export const useGiveNotice = (schoolId: string) =>
  useMembershipMutation(schoolId, (body: { endsOn: string; why: string | null }) =>
    call(contract.giveNotice, { params: { schoolId }, body }),
  );

export const useTakeBackNotice = (schoolId: string) =>
  useMembershipMutation(schoolId, (_: undefined) => call(contract.takeBackNotice, { params: { schoolId } }));

export const useSettleConversion = (schoolId: string) =>
  useMembershipMutation(schoolId, (body: { outcome: ConversionRule; toUrn: number }) =>
    call(contract.settleConversion, { params: { schoolId }, body }),
  );
