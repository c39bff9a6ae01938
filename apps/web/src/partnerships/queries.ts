import * as contract from '@lateral/contract/partnerships';
import { getSchoolsMap } from '@lateral/contract/schools';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Output } from '../call.ts';

export type Today = Output<typeof contract.getToday>;
export type Settings = Output<typeof contract.getPartnership>;

/** The counted schools as points; under `schools`, so that whatever changes schools fetches it again. */
export const mapQuery = queryOptions({
  queryKey: ['schools', 'map', {}],
  queryFn: () => call(getSchoolsMap, { querystring: {} }),
});

export const partnershipQuery = queryOptions({
  queryKey: ['partnership'],
  queryFn: () => call(contract.getPartnership, {}),
});

/** Every school is settled again, so everything that was fetched may have changed. */
export function useUpdatePartnership() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ types: stateFundedTypes, version }: { types: number[]; version: number }) =>
      call(contract.updatePartnership, { body: { stateFundedTypes }, version }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
