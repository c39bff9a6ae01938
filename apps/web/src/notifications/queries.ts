import * as contract from '@lateral/contract/notifications';
import type { Channel, Topic } from '@lateral/domain/notifications/topics';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../call.ts';
import type { NotificationSearch } from './search.ts';

export const notificationsQuery = (search: NotificationSearch) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', search],
    queryFn: ({ pageParam }) =>
      call(contract.listNotifications, {
        querystring: { ...search, limit: '30', ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const choicesQuery = queryOptions({
  queryKey: ['notifications', 'choices'],
  queryFn: () => call(contract.listChoices, {}),
});

function useNotificationMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
  });
}

export const useRead = () =>
  useNotificationMutation((id: number) =>
    call(contract.readNotification, { params: { notificationId: String(id) } }),
  );

export const useReadAll = () =>
  useNotificationMutation((upTo: number) => call(contract.readNotifications, { body: { upTo } }));

export const useChooseChannel = () =>
  useNotificationMutation(({ topic, channel }: { topic: Topic; channel: Channel }) =>
    call(contract.chooseChannel, { params: { topic }, body: { channel } }),
  );
