import * as contract from '@lateral/contract/history';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';
import type { HistorySearch } from './search.ts';

export const historyQuery = (search: HistorySearch) =>
  infiniteQueryOptions({
    queryKey: ['history', search],
    queryFn: ({ pageParam }) =>
      call(contract.listHistory, {
        querystring: { ...search, limit: '50', ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const standingQuery = queryOptions({
  queryKey: ['history', 'standing'],
  queryFn: () => call(contract.getHistoryStanding, {}),
});
