import { cancelJob, type Job } from '@lateral/contract/jobs';
import { getSchoolsMap } from '@lateral/contract/schools';
import { listReviewers } from '@lateral/contract/season-lists';
import {
  explainReview,
  explainUnplaced,
  listCandidates,
  relaxSchool,
} from '@lateral/contract/season-reasons';
import {
  getBoard,
  getSeason,
  listSeasons,
  planSeason,
  type Season,
  startSeason,
} from '@lateral/contract/seasons';
import { isUnderWay } from '@lateral/domain/jobs/states';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../call.ts';
import { listEvery } from '../list-every.ts';

export const seasonsQuery = queryOptions({
  queryKey: ['seasons'],
  queryFn: () => call(listSeasons, {}),
});

export const isPlanning = (season: Season | undefined) =>
  season?.job ? isUnderWay(season.job.state) : false;

/** One season; asked again each second while it is being planned. */
export const seasonQuery = (seasonId: string) =>
  queryOptions({
    queryKey: ['seasons', seasonId],
    queryFn: () => call(getSeason, { params: { seasonId } }),
    refetchInterval: ({ state }) => (isPlanning(state.data) ? 1000 : false),
  });

export const boardQuery = (seasonId: string) =>
  queryOptions({
    queryKey: ['seasons', seasonId, 'board'],
    queryFn: () => call(getBoard, { params: { seasonId } }),
    staleTime: 60_000,
  });

/** Where the schools are. */
export const placesQuery = queryOptions({
  queryKey: ['schools', 'map', {}],
  queryFn: () => call(getSchoolsMap, { querystring: {} }),
  staleTime: 300_000,
});

export type ReviewerFilter = {
  q: string | undefined;
  cluster: string | undefined;
  phase: string | undefined;
  answer: 'waiting' | undefined;
};

const pageOfReviewers = (seasonId: string, filter: ReviewerFilter, limit: number, cursor: string | null) =>
  call(listReviewers, {
    params: { seasonId },
    querystring: { ...filter, limit: String(limit), ...(cursor && { cursor }) },
  });

export const reviewersQuery = (seasonId: string, filter: ReviewerFilter) =>
  infiniteQueryOptions({
    queryKey: ['seasons', seasonId, 'reviewers', filter],
    queryFn: ({ pageParam }) => pageOfReviewers(seasonId, filter, 50, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Every reviewer that matches: for actions on all of them. */
export async function listReviewerIds(seasonId: string, filter: ReviewerFilter): Promise<string[]> {
  const reviewers = await listEvery((limit, cursor) => pageOfReviewers(seasonId, filter, limit, cursor));
  return reviewers.map(({ personId }) => personId);
}

export const reviewReasonsQuery = (seasonId: string, schoolId: string) =>
  queryOptions({
    queryKey: ['seasons', seasonId, 'reviews', schoolId],
    queryFn: () => call(explainReview, { params: { seasonId, schoolId } }),
    staleTime: 60_000,
  });

export const unplacedReasonsQuery = (seasonId: string, schoolId: string) =>
  queryOptions({
    queryKey: ['seasons', seasonId, 'unplaced', schoolId],
    queryFn: () => call(explainUnplaced, { params: { seasonId, schoolId } }),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (isLooking(state.data?.job) ? 1000 : false),
  });

export const isLooking = (job: Job | null | undefined) => (job ? isUnderWay(job.state) : false);

/** Asks what would place a school; the answer comes with its reasons. */
export function useRelaxSchool(seasonId: string, schoolId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(relaxSchool, { params: { seasonId, schoolId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['seasons', seasonId, 'unplaced', schoolId] }),
  });
}

type Seat = { seasonId: string; schoolId: string; personId: string };

/** Everyone for one seat, found by name or school. */
export const candidatesQuery = (seat: Seat, { q, limit }: { q: string; limit: number }) =>
  queryOptions({
    queryKey: ['seasons', seat.seasonId, 'candidates', seat.schoolId, seat.personId, q, limit],
    queryFn: () =>
      call(listCandidates, { params: seat, querystring: { ...(q && { q }), limit: String(limit) } }),
    staleTime: 60_000,
  });

export function useStartSeason() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { year: number; windowStart: string; windowEnd: string }) =>
      call(startSeason, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['seasons'] }),
  });
}

export function usePlanSeason(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(planSeason, { params: { seasonId }, body: {} }),
    onSuccess: (season) => client.setQueryData(seasonQuery(seasonId).queryKey, season),
    onError: () => client.invalidateQueries({ queryKey: ['seasons', seasonId] }),
  });
}

export function useStopPlanning(seasonId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => call(cancelJob, { params: { jobId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['seasons', seasonId] }),
  });
}
