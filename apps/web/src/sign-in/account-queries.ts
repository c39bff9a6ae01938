import * as account from '@lateral/contract/account';
import { visitProviderToConfirm } from '@lateral/contract/oidc';
import * as passkeys from '@lateral/contract/passkeys';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Output } from '../call.ts';
import { askDevice, makeOnDevice } from './passkeys.ts';

export type Account = Output<typeof account.getAccount>;

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => call(account.getAccount, {}),
});

function useAccountMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['account'] }),
  });
}

export const useAddPasskey = () =>
  useAccountMutation(async (name: string) => {
    const answer = await makeOnDevice(await call(passkeys.askToAddPasskey, {}));
    return call(passkeys.addPasskey, { body: { answer, name } });
  });

export const useRenamePasskey = () =>
  useAccountMutation(({ passkeyId, name }: { passkeyId: string; name: string }) =>
    call(passkeys.renamePasskey, { params: { passkeyId }, body: { name } }),
  );

export const useRemovePasskey = () =>
  useAccountMutation((passkeyId: string) => call(passkeys.removePasskey, { params: { passkeyId } }));

export const useEndSession = () =>
  useAccountMutation((sessionId: string) => call(account.endSession, { params: { sessionId } }));

export const useSignOutEverywhere = () =>
  useMutation({ mutationFn: () => call(account.signOutEverywhere, {}) });

export const useConfirmWithPasskey = () =>
  useAccountMutation(async () => {
    const answer = await askDevice(await call(account.askPasskeyToConfirm, {}));
    return call(account.confirmWithPasskey, { body: { answer } });
  });

export const useSendCode = () => useMutation({ mutationFn: () => call(account.sendCode, {}) });

export const useConfirmWithCode = () =>
  useAccountMutation((code: string) => call(account.confirmWithCode, { body: { code } }));

/** Opens the provider in a tab of its own, so that nothing here is lost. */
export const useVisitToConfirm = () =>
  useMutation({
    mutationFn: async () => {
      // Opened at once, for a browser lets only a press open a tab.
      const tab = window.open('', '_blank');
      try {
        const { url } = await call(visitProviderToConfirm, {});
        if (tab) tab.location.href = url;
        else location.assign(url);
      } catch (error) {
        tab?.close();
        throw error;
      }
    },
  });
