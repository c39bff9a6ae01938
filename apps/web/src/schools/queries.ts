import { listGroups } from '@lateral/contract/clusters';
import { getSchoolDetails } from '@lateral/contract/school-details';
import * as contract from '@lateral/contract/schools';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';
import { listEvery } from '../list-every.ts';
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

/** Every school that matches, as points. */
export const schoolsMapQuery = ({ sort: _, ...filters }: SchoolSearch) =>
  queryOptions({
    queryKey: ['schools', 'map', filters],
    queryFn: () => call(contract.getSchoolsMap, { querystring: filters }),
    placeholderData: keepPreviousData,
  });

/** How many schools wait for the broker's word. */
export const unsettledCountQuery = queryOptions({
  queryKey: ['schools', 'unsettled-count'],
  queryFn: async () => (await pageOf({ show: 'unsettled' }, 1, null)).total,
});

/** Every school that matches, a page at a time: for actions on all of them. */
export async function listEverySchoolId(search: SchoolSearch): Promise<string[]> {
  const schools = await listEvery((limit, cursor) => pageOf(search, limit, cursor));
  return schools.map(({ id }) => id);
}

export const schoolQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ['schools', schoolId],
    queryFn: () => call(contract.getSchool, { params: { schoolId } }),
  });

export const schoolDetailsQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ['schools', schoolId, 'details'],
    queryFn: () => call(getSchoolDetails, { params: { schoolId } }),
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

/** Trusts, federations, sponsors and dioceses. */
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: () => call(listGroups, {}),
});
