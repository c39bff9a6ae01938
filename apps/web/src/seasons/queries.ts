import { cancelJob } from '@lateral/contract/jobs';
import {
  getBoard,
  getSeason,
  listSeasons,
  planSeason,
  type Season,
  startSeason,
} from '@lateral/contract/seasons';
import { isUnderWay } from '@lateral/domain/jobs/states';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

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
