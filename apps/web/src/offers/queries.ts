import * as contract from '@lateral/contract/offers';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../call.ts';
import { listEvery } from '../list-every.ts';
import type { Sent } from './draft.ts';
import type { OffersSearch } from './search.ts';

/** The rounds in which days are asked for, with one's own schools. */
export const roundsQuery = queryOptions({
  queryKey: ['offers', 'rounds'],
  queryFn: () => call(contract.listOfferRounds, {}),
});

export const offerQuery = (seasonId: string, schoolId: string) =>
  queryOptions({
    queryKey: ['offers', seasonId, schoolId],
    queryFn: () => call(contract.getOffer, { params: { seasonId, schoolId } }),
  });

/** What a colleague has sent meanwhile: kept apart, so that what somebody is at work on does not change under their hands. */
export const theirsQuery = (seasonId: string, schoolId: string) =>
  queryOptions({
    ...offerQuery(seasonId, schoolId),
    queryKey: ['offers', seasonId, schoolId, 'theirs'],
    staleTime: 0,
    gcTime: 0,
  });

export function useMakeOffer(seasonId: string, schoolId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: Sent & { version: number }) =>
      call(contract.makeOffer, { params: { seasonId, schoolId }, body, version }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['offers'] });
      // What there is to do, and how many days there are, has changed with it.
      void client.invalidateQueries({ queryKey: ['today'] });
      void client.invalidateQueries({ queryKey: ['seasons'] });
    },
  });
}

/** Schools and people to be barred, by what was typed. */
export const reviewersQuery = (seasonId: string, schoolId: string, q: string) =>
  queryOptions({
    queryKey: ['offers', seasonId, schoolId, 'reviewers', q],
    queryFn: () => call(contract.findReviewers, { params: { seasonId, schoolId }, querystring: { q } }),
    enabled: q !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export const roundQuery = (seasonId: string) =>
  queryOptions({
    queryKey: ['offers', 'round', seasonId],
    queryFn: () => call(contract.getOfferRound, { params: { seasonId } }),
  });

export function useOpenRound(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (until: string) => call(contract.openOfferRound, { params: { seasonId }, body: { until } }),
    onSuccess: (round) => {
      client.setQueryData(roundQuery(seasonId).queryKey, round);
      void client.invalidateQueries({ queryKey: ['offers'] });
      void client.invalidateQueries({ queryKey: ['seasons'] });
    },
  });
}

type ListSearch = Pick<OffersSearch, 'q' | 'state'>;

const pageOf = (seasonId: string, { q, state }: ListSearch, limit: number, cursor: string | null) =>
  call(contract.listOffers, {
    params: { seasonId },
    querystring: { q, state, limit: String(limit), ...(cursor && { cursor }) },
  });

export const offersQuery = (seasonId: string, search: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ['offers', 'list', seasonId, search],
    queryFn: ({ pageParam }) => pageOf(seasonId, search, 50, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Every member that has not sent its days. */
export async function listWaitingIds(seasonId: string): Promise<string[]> {
  const waiting = await listEvery((limit, cursor) => pageOf(seasonId, { state: 'waiting' }, limit, cursor));
  return waiting.map(({ id }) => id);
}
