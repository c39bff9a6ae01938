import * as oidc from '@lateral/contract/oidc';
import * as passkeys from '@lateral/contract/passkeys';
import * as contract from '@lateral/contract/sign-in';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { ApiError } from '../api-error.ts';
import { call, type Output } from '../call.ts';
import { forgetDestination, keepDestination, readDestination } from '../destination.ts';
import { goTo } from '../go-to.ts';
import { askDevice } from './passkeys.ts';

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

/** The provider that people may sign in with; null when there is none. */
export const providerQuery = queryOptions({
  queryKey: ['sign-in', 'provider'],
  queryFn: async () => (await call(oidc.listSignInMeans, {}).catch(() => null))?.oidc ?? null,
});

/** Mail kept on this machine; null when there is none, or you are somewhere else. */
export const mailboxQuery = queryOptions({
  queryKey: ['mailbox'],
  queryFn: () => orNull(call(contract.listMailbox, {})),
  refetchInterval: 5000,
});

/** @param to where they are heading, and are brought once they follow the link */
export const useAskForLink = (to: string) =>
  useMutation({
    mutationFn: (email: string) => call(contract.askForLink, { body: { email } }),
    onSuccess: () => keepDestination(to),
  });

/** Signed in, the workspace is opened afresh: nothing is left of whoever was here before. */
export const useSignInAs = (to: string) =>
  useMutation({
    mutationFn: (personId: string) => call(contract.signInAs, { body: { personId } }),
    onSuccess: () => goTo(to),
  });

export const useRedeemLink = () =>
  useMutation({
    mutationFn: (body: { token: string; partnershipId?: string }) => call(contract.redeemLink, { body }),
    onSuccess: () => {
      const to = readDestination();
      forgetDestination();
      goTo(to);
    },
  });

type Answer = Awaited<ReturnType<typeof askDevice>>;

/** Asks this device's passkeys who is there; the answer counts for a few minutes, once. */
export const askPasskey = async () => askDevice(await call(passkeys.askPasskeyToSignIn, {}));
export const signInWithPasskey = (answer: Answer, partnershipId?: string) =>
  call(passkeys.signInWithPasskey, { body: { answer, ...(partnershipId && { partnershipId }) } });

/** Signs in with a passkey. Somebody of several partnerships is asked which, and the same answer is sent again. */
export function usePasskeySignIn(to: string) {
  return useMutation({
    mutationFn: async (chosen: { answer: Answer; partnershipId: string } | null) => {
      if (chosen) return { session: await signInWithPasskey(chosen.answer, chosen.partnershipId) };
      const answer = await askPasskey();
      try {
        return { session: await signInWithPasskey(answer) };
      } catch (error) {
        const isChoice = error instanceof ApiError && error.code === 'choose-partnership';
        if (isChoice) return { answer, choices: error.choices };
        throw error;
      }
    },
    onSuccess: ({ session }) => {
      if (session) goTo(to);
    },
  });
}

/** Goes to the provider, and comes back by way of `/sign-in/link` or `/sign-in/provider`. */
export const useVisitProvider = (to: string) =>
  useMutation({
    mutationFn: () => call(oidc.visitProvider, {}),
    onSuccess: ({ url }) => {
      keepDestination(to);
      goTo(url);
    },
  });
