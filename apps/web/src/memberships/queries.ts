import * as contract from '@lateral/contract/memberships';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';
import { listEvery } from '../list-every.ts';
import type { MemberSearch } from './search.ts';

const pageOf = (search: MemberSearch, limit: number, cursor: string | null) =>
  call(contract.listMemberships, {
    querystring: { ...search, limit: String(limit), ...(cursor && { cursor }) },
  });

export const membersQuery = (search: MemberSearch) =>
  infiniteQueryOptions({
    queryKey: ['memberships', 'list', search],
    queryFn: ({ pageParam }) => pageOf(search, 50, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const summaryQuery = queryOptions({
  queryKey: ['memberships', 'summary'],
  queryFn: () => call(contract.getMembershipSummary, {}),
});

/** Every school that matches, a page at a time: for actions on all of them. */
export async function listEveryMemberId(search: MemberSearch): Promise<string[]> {
  const members = await listEvery((limit, cursor) => pageOf(search, limit, cursor));
  return members.map(({ id }) => id);
}
