import { getCalendar } from '@lateral/contract/calendars';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';

/** A school year with its weeks: for the year strip, the season and the calendar itself. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendars', year],
    queryFn: () => call(getCalendar, { params: { year: String(year) } }),
    staleTime: 60_000,
  });
