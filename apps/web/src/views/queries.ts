import * as contract from '@lateral/contract/views';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';
import type { NewView } from './place.ts';

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => call(contract.listViews, {}),
});

function useViewMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: ['views'] }) });
}

export const useAddView = () => useViewMutation((body: NewView) => call(contract.addView, { body }));

type Change = { viewId: string; name?: string; isShared?: boolean };
export const useChangeView = () =>
  useViewMutation(({ viewId, ...body }: Change) => call(contract.changeView, { params: { viewId }, body }));

export const useRemoveView = () =>
  useViewMutation((viewId: string) => call(contract.removeView, { params: { viewId } }));
