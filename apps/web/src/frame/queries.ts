import { getCalendar } from '@lateral/contract/calendars';
import { getToday } from '@lateral/contract/partnerships';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendars', year],
    queryFn: () => call(getCalendar, { params: { year: String(year) } }),
    staleTime: 60_000,
  });

export const todayCountQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => call(getToday, {}),
});
