import * as reviews from '@lateral/contract/reviews';
import * as contract from '@lateral/contract/season-substitutes';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

export type Place = { seasonId: string; schoolId: string };

/** Who could take the empty seat of a published review. */
export const substitutesQuery = ({ seasonId, schoolId }: Place, { q, limit }: { q: string; limit: number }) =>
  queryOptions({
    queryKey: ['seasons', seasonId, 'substitutes', schoolId, q, limit],
    queryFn: () =>
      call(contract.listSubstitutes, {
        params: { seasonId, schoolId },
        querystring: { ...(q && { q }), limit: String(limit) },
      }),
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

/** A published review, with what each reviewer has said and why. */
export const publishedQuery = ({ seasonId, schoolId }: Place) =>
  queryOptions({
    queryKey: ['reviews', seasonId, schoolId],
    queryFn: () => call(reviews.getReview, { params: { seasonId, hostId: schoolId } }),
  });

/** Whatever mends a review changes the draft, the board and what people are told. */
function useMend<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => {
      for (const queryKey of [['seasons'], ['reviews'], ['today'], ['history']])
        void client.invalidateQueries({ queryKey });
    },
  });
}

export const useAskSubstitute = (params: Place) =>
  useMend((personId: string) => call(contract.askSubstitute, { params, body: { personId } }));

export const useWithdrawAsk = (place: Place) =>
  useMend((askId: string) => call(contract.withdrawAsk, { params: { ...place, askId } }));

export const useRecordDropout = ({ seasonId, schoolId }: Place) =>
  useMend(({ personId, reason }: { personId: string; reason: string }) =>
    call(reviews.recordDropout, { params: { seasonId, hostId: schoolId, personId }, body: { reason } }),
  );

export const useCallOff = ({ seasonId, schoolId }: Place) =>
  useMend((reason: string) =>
    call(reviews.callOffReview, { params: { seasonId, hostId: schoolId }, body: { reason } }),
  );
