import { getToday } from '@lateral/contract/partnerships';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';

export const todayCountQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => call(getToday, {}),
});
