import * as contract from '@lateral/contract/reminders';
import type { ReminderKind } from '@lateral/domain/reminders/reminders';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

type Chosen = { kind: ReminderKind; ids: string[]; note?: string };

/** @param dialog tells one opening of the dialog from another */
export const previewQuery = (
  dialog: string,
  kind: ReminderKind,
  note: string,
  listIds: () => Promise<string[]>,
) =>
  queryOptions({
    queryKey: ['reminders', 'preview', dialog, note],
    queryFn: async () => {
      const ids = await listIds();
      const preview = await call(contract.previewReminders, { body: { kind, ids, ...(note && { note }) } });
      return { ids, preview };
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export function useSendReminders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ batchId, ...body }: Chosen & { batchId: string }) =>
      call(contract.sendReminders, { params: { batchId }, body }),
    // The lists of members and of offers say who has been asked, and when.
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['memberships'] });
      void client.invalidateQueries({ queryKey: ['offers'] });
    },
  });
}

export function useUndoReminders() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (batchId: string) => call(contract.undoReminders, { params: { batchId } }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['today'] });
      void client.invalidateQueries({ queryKey: ['memberships'] });
      void client.invalidateQueries({ queryKey: ['offers'] });
    },
  });
}
