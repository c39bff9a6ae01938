import { searchEverything } from '@lateral/contract/search';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: () => call(searchEverything, { querystring: { q } }),
    enabled: q !== '',
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
