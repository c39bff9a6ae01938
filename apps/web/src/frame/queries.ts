import { countNotifications } from '@lateral/contract/notifications';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';

/** Looked at again each minute, and whenever something has been read. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: () => call(countNotifications, {}),
  refetchInterval: 60_000,
});
