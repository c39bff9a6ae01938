import * as contract from '@lateral/contract/similarity';
import type { NamedCluster } from '@lateral/domain/similarity/name-clusters';
import type { SimilaritySettings } from '@lateral/domain/similarity/settings';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

export const similarityQuery = queryOptions({
  queryKey: ['similarity'],
  queryFn: () => call(contract.getSimilarity, {}),
});

export const similarSchoolsQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ['similarity', 'schools', schoolId],
    queryFn: () => call(contract.listSimilarSchools, { params: { schoolId } }),
  });

/** A proposal stores nothing, so it is fetched like anything that is read. */
export const proposalQuery = (settings: SimilaritySettings) =>
  queryOptions({
    queryKey: ['similarity', 'proposal', settings],
    queryFn: () => call(contract.proposeClusters, { body: settings }),
    placeholderData: keepPreviousData,
    // Hand-made moves are on top of it: it must not change under them.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export function useKeepSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SimilaritySettings & { version: number }) => call(contract.setSimilarity, { body }),
    onSuccess: (kept) => {
      queryClient.setQueryData(similarityQuery.queryKey, kept);
      return queryClient.invalidateQueries({ queryKey: ['similarity', 'schools'] });
    },
  });
}

type Application = { basis: string; settings: SimilaritySettings; clusters: NamedCluster[] };
export function useApplyClusters() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Application) => call(contract.applySimilarClusters, { body }),
    onSuccess: async () => {
      // Not fetched at once: a new proposal would take the place of the one that says it has been made.
      await queryClient.invalidateQueries({ queryKey: ['similarity'], refetchType: 'none' });
      await Promise.all(
        [['schools'], ['clusters'], ['today'], ['seasons']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
