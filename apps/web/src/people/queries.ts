import * as contract from '@lateral/contract/people';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../call.ts';
import { listEvery } from '../list-every.ts';
import type { PeopleSearch } from './search.ts';

const pageOf = (search: PeopleSearch, limit: number, cursor: string | null) =>
  call(contract.listPeople, { querystring: { ...search, limit: String(limit), ...(cursor && { cursor }) } });

export const peopleQuery = (search: PeopleSearch) =>
  infiniteQueryOptions({
    queryKey: ['people', search],
    queryFn: ({ pageParam }) => pageOf(search, 50, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'one', personId],
    queryFn: () => call(contract.getPerson, { params: { personId } }),
  });

/** Everybody who matches, a page at a time: for actions on all of them. */
export async function listEveryPersonId(search: PeopleSearch): Promise<string[]> {
  const people = await listEvery((limit, cursor) => pageOf(search, limit, cursor));
  return people.map(({ personId }) => personId);
}

function usePeopleMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [['people'], ['schools'], ['seasons'], ['today'], ['views']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

type Training = { personIds: string[]; trainedOn: string; canLead?: boolean };
export const useRecordTraining = () =>
  usePeopleMutation((body: Training) => call(contract.recordTraining, { body }));

export const useSetAwayDays = () =>
  usePeopleMutation(({ personId, days }: { personId: string; days: string[] }) =>
    call(contract.setAwayDays, { params: { personId }, body: { days } }),
  );

export const useConfirmAddresses = () =>
  usePeopleMutation((body: { personIds: string[]; confirmed: boolean }) =>
    call(contract.confirmAddresses, { body }),
  );
