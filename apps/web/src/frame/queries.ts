import { countNotifications } from '@lateral/contract/notifications';
import { getToday } from '@lateral/contract/partnerships';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';

export const todayCountQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => call(getToday, {}),
});

/** Looked at again each minute, and whenever something has been read. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: () => call(countNotifications, {}),
  refetchInterval: 60_000,
});
