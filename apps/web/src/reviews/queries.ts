import * as contract from '@lateral/contract/reviews';
import type { Answer } from '@lateral/domain/reviews/answers';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

export const ownReviewsQuery = queryOptions({
  queryKey: ['reviews', 'mine'],
  queryFn: () => call(contract.listOwnReviews, {}),
});

type Given = { answer: Answer; reason?: string };

/** What somebody has answered is read again, and so is whatever tells of it. */
function useAnswer<Result>(mutationFn: (given: Given) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => {
      for (const queryKey of [['reviews'], ['notifications'], ['today']])
        void client.invalidateQueries({ queryKey });
    },
  });
}

export const useAnswerSeat = (seasonId: string, hostId: string) =>
  useAnswer((body) => call(contract.answerSeat, { params: { seasonId, hostId }, body }));

export const useAnswerAsk = (askId: string) =>
  useAnswer((body) => call(contract.answerAsk, { params: { askId }, body }));
