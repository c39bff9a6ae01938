import * as contract from '@lateral/contract/sign-in';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ApiError, call, type Output } from '../call.ts';
import { beginSession } from '../session.ts';

export type DemonstrationPerson = Output<typeof contract.listDemonstrationPeople>['people'][number];

/** What may not be there answers null instead of an error. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** Whom anyone may sign in as; null when there is no demonstration. */
export const demonstrationQuery = queryOptions({
  queryKey: ['sign-in', 'demonstration'],
  // Without an answer the address form is there all the same.
  queryFn: () => call(contract.listDemonstrationPeople, {}).catch(() => null),
});

/** Mail kept on this machine; null when there is none, or you are somewhere else. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: () => orNull(call(contract.listMailbox, {})),
  refetchInterval: 5000,
});

export const useAskForLink = () =>
  useMutation({ mutationFn: (email: string) => call(contract.askForLink, { body: { email } }) });

/** Takes a fresh token, forgets the person before, and goes to where they were heading. */
function useBegin() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async ({ accessToken }: { accessToken: string }, to: string) => {
    beginSession(queryClient, accessToken);
    await navigate({ to });
  };
}

export function useSignInAs(to: string) {
  const begin = useBegin();
  return useMutation({
    mutationFn: (personId: string) => call(contract.signInAs, { body: { personId } }),
    onSuccess: (session) => begin(session, to),
  });
}

export function useRedeemLink() {
  const begin = useBegin();
  return useMutation({
    mutationFn: (body: { token: string; partnershipId?: string }) => call(contract.redeemLink, { body }),
    onSuccess: (session) => begin(session, '/'),
  });
}
