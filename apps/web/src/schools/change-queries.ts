import { setSchoolDays } from '@lateral/contract/calendars';
import { addCluster, renameCluster } from '@lateral/contract/clusters';
import * as changes from '@lateral/contract/school-changes';
import { type SchoolDetailFields, updateSchoolDetails } from '@lateral/contract/school-details';
import * as contract from '@lateral/contract/schools';
import type { SchoolDayKind } from '@lateral/domain/calendars/days';
import type { ClusterKind } from '@lateral/domain/schools/clusters';
import type { Phase } from '@lateral/domain/schools/phases';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';

/** After a change to schools: lists, pages, clusters and the broker's day may all be different. */
function useSchoolMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [['schools'], ['clusters'], ['today'], ['seasons'], ['views'], ['memberships']].map((queryKey) =>
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
    call(changes.markMembers, { body }),
  );

type Assignment = { clusterId: string; schoolIds: string[]; inCluster: boolean };
export const useAssignCluster = () =>
  useSchoolMutation(({ clusterId, ...body }: Assignment) =>
    call(changes.assignCluster, { params: { clusterId }, body }),
  );

/** @param dialog tells one opening of the dialog from another */
export const membersPreviewQuery = (dialog: string, member: boolean, listIds: () => Promise<string[]>) =>
  queryOptions({
    queryKey: ['school-change', dialog],
    queryFn: async () => {
      const ids = await listIds();
      return { ids, preview: await call(changes.previewMembers, { body: { schoolIds: ids, member } }) };
    },
    gcTime: 0,
  });

export const clusterPreviewQuery = (
  dialog: string,
  clusterId: string,
  inCluster: boolean,
  listIds: () => Promise<string[]>,
) =>
  queryOptions({
    queryKey: ['school-change', dialog, clusterId],
    queryFn: async () => {
      const ids = await listIds();
      const asked = { params: { clusterId }, body: { schoolIds: ids, inCluster } };
      return { ids, preview: await call(changes.previewCluster, asked) };
    },
    enabled: clusterId !== '',
    gcTime: 0,
  });

export const useUndoSchoolChange = () =>
  useSchoolMutation((changeId: string) => call(changes.undoSchoolChange, { params: { changeId } }));

export const useAddCluster = () =>
  useSchoolMutation((body: { name: string; kind: ClusterKind }) => call(addCluster, { body }));

export const useRenameCluster = () =>
  useSchoolMutation(({ clusterId, ...change }: { clusterId: string; name: string; version: number }) =>
    call(renameCluster, {
      params: { clusterId },
      body: { name: change.name },
      version: change.version,
    }),
  );

export const useSetSchoolDays = (schoolId: string) =>
  useSchoolMutation((days: { day: string; kind: SchoolDayKind }[]) =>
    call(setSchoolDays, { params: { schoolId }, body: { days } }),
  );

export const useUpdateDetails = (schoolId: string) =>
  useSchoolMutation(({ fields, version }: { fields: SchoolDetailFields; version: number }) =>
    call(updateSchoolDetails, { params: { schoolId }, body: fields, version }),
  );
