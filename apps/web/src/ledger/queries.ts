import * as contract from '@lateral/contract/ledger';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../call.ts';
import type { LedgerSearch } from './search.ts';

export const ledgerQuery = (search: LedgerSearch) =>
  infiniteQueryOptions({
    queryKey: ['ledger', 'list', search],
    queryFn: ({ pageParam }) =>
      call(contract.listLedger, { querystring: { ...search, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const loadQuery = (year: string | undefined) =>
  queryOptions({
    queryKey: ['ledger', 'load', year],
    queryFn: () => call(contract.getLoad, { querystring: { ...(year && { year }) } }),
  });

export const schoolLedgerQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ['ledger', 'school', schoolId],
    queryFn: () => call(contract.getSchoolLedger, { params: { schoolId } }),
  });

type NewEntry = Parameters<typeof call<typeof contract.writeEntry>>[1]['body'];

export function useWriteEntry(schoolId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewEntry) => call(contract.writeEntry, { params: { schoolId }, body }),
    onSuccess: async (ledger) => {
      client.setQueryData(schoolLedgerQuery(schoolId).queryKey, ledger);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['ledger', 'list'] }),
        client.invalidateQueries({ queryKey: ['ledger', 'load'] }),
      ]);
    },
  });
}
