import { setSchoolDays } from '@lateral/contract/calendars';
import * as contract from '@lateral/contract/schools';
import type { SchoolDayKind } from '@lateral/domain/calendars/days';
import type { ClusterKind } from '@lateral/domain/schools/clusters';
import type { Phase } from '@lateral/domain/schools/phases';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../call.ts';
import type { SchoolSearch } from './search.ts';

const pageOf = (search: SchoolSearch, limit: number, cursor: string | null) =>
  call(contract.listSchools, {
    querystring: { ...search, limit: String(limit), ...(cursor && { cursor }) },
  });

export const schoolsQuery = (search: SchoolSearch) =>
  infiniteQueryOptions({
    queryKey: ['schools', 'list', search],
    queryFn: ({ pageParam }) => pageOf(search, 50, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** How many schools wait for the broker's word. */
export const unsettledCountQuery = queryOptions({
  queryKey: ['schools', 'unsettled-count'],
  queryFn: async () => (await pageOf({ show: 'unsettled' }, 1, null)).total,
});

/** Every school that matches, a page at a time: for actions on all of them. */
export async function listEverySchoolId(search: SchoolSearch): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(search, 200, cursor);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

export const schoolQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ['schools', schoolId],
    queryFn: () => call(contract.getSchool, { params: { schoolId } }),
  });

export const schoolEventsQuery = (schoolId: string) =>
  infiniteQueryOptions({
    queryKey: ['schools', schoolId, 'events'],
    queryFn: ({ pageParam }) =>
      call(contract.listSchoolEvents, {
        params: { schoolId },
        querystring: { limit: '10', ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const clustersQuery = queryOptions({
  queryKey: ['clusters'],
  queryFn: () => call(contract.listClusters, {}),
});

/** After a change to schools: lists, pages, clusters and the broker's day may all be different. */
function useSchoolMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [['schools'], ['clusters'], ['today'], ['seasons']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

type Settlement = { schoolId: string; counted: boolean; phases?: Phase[] };
export const useSettleSchool = () =>
  useSchoolMutation(({ schoolId, ...body }: Settlement) =>
    call(contract.settleSchool, { params: { schoolId }, body }),
  );

export const useMarkMembers = () =>
  useSchoolMutation((body: { schoolIds: string[]; member: boolean; on: string }) =>
    call(contract.markMembers, { body }),
  );

type Assignment = { clusterId: string; schoolIds: string[]; inCluster: boolean };
export const useAssignCluster = () =>
  useSchoolMutation(({ clusterId, ...body }: Assignment) =>
    call(contract.assignCluster, { params: { clusterId }, body }),
  );

export const useAddCluster = () =>
  useSchoolMutation((body: { name: string; kind: ClusterKind }) => call(contract.addCluster, { body }));

export const useRenameCluster = () =>
  useSchoolMutation(({ clusterId, name }: { clusterId: string; name: string }) =>
    call(contract.renameCluster, { params: { clusterId }, body: { name } }),
  );

export const useSetSchoolDays = (schoolId: string) =>
  useSchoolMutation((days: { day: string; kind: SchoolDayKind }[]) =>
    call(setSchoolDays, { params: { schoolId }, body: { days } }),
  );
