import { listClusters } from '@lateral/contract/clusters';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './call.ts';

/** The partnership's clusters: for their own screen, and to find what is of one. */
export const clustersQuery = queryOptions({
  queryKey: ['clusters'],
  queryFn: () => call(listClusters, {}),
});

/** The clusters to choose one from in a list's filter. */
export function useClusterOptions() {
  const { data } = useQuery(clustersQuery);
  return [
    { value: '', label: 'Every cluster' },
    { value: 'none', label: 'In no cluster' },
    ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
}
