import * as contract from '@lateral/contract/sign-in';
import type { Permission } from '@lateral/domain/policy';
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { ApiError } from './api-error.ts';
import { call, type Output } from './call.ts';
import { forgetDestination } from './destination.ts';
import { forgetDrafts, keepDraftsOf } from './drafts.ts';
import { signInAddress } from './go-to.ts';
import { forgetRecent } from './recent.ts';
import { holdToken } from './send.ts';

export type Me = Output<typeof contract.getMe>;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => call(contract.getMe, {}),
  staleTime: 5 * 60_000,
});

const mayDo = (me: Me, permission: Permission) => me.may.includes(permission);
/** Whether they have a role in the partnership itself, not in a school alone. */
const hasWholeReach = (me: Me) => me.roles.some(({ schoolId }) => schoolId === null);

/** Who is signed in, and `may('schools.settle')`. Only below a guarded route. */
export function useSession() {
  const { data: me } = useSuspenseQuery(meQuery);
  return { me, may: (permission: Permission) => mayDo(me, permission), hasWholeReach: hasWholeReach(me) };
}

/** Lets signed-in people through; sends anybody else to sign in, and back here afterwards. */
export async function requireSession(queryClient: QueryClient, href: string) {
  try {
    const me = await queryClient.ensureQueryData(meQuery);
    keepDraftsOf(me.personId);
    return { me };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    throw redirect({ href: signInAddress(href), reloadDocument: true });
  }
}

/** For `beforeLoad`: shows the no-permission page to those whom the policy does not allow. */
export function requireMay(me: Me, permission: Permission) {
  if (!mayDo(me, permission)) throw new ApiError(403, { code: 'forbidden' });
}

/** The same for screens that tell of every school: a permission for one's own schools is not enough. */
export function requireWholeReach(me: Me, permission: Permission) {
  requireMay(me, permission);
  if (!hasWholeReach(me)) throw new ApiError(403, { code: 'forbidden' });
}

/** Forgets the person who was here, and what they had begun to type. */
export function forgetSession(queryClient: QueryClient) {
  holdToken(null);
  forgetDestination();
  forgetDrafts();
  forgetRecent();
  queryClient.clear();
}

export async function signOut(queryClient: QueryClient) {
  await call(contract.signOut, {});
  forgetSession(queryClient);
}
