import * as contract from '@lateral/contract/memberships';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../call.ts';
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
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(search, 200, cursor);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}
