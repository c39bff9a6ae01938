import { getToday } from '@lateral/contract/partnerships';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** The broker's day: for its own screen, how many tasks there are, and how the season stands wherever days are counted. */
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => call(getToday, {}),
});
