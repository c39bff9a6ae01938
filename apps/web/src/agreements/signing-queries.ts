import * as contract from '@lateral/contract/signings';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, download } from '../call.ts';

export const signingQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ['signings', schoolId],
    queryFn: () => call(contract.getSigning, { params: { schoolId } }),
  });

type Decision = { metOn: string; minute: string; pledgedPence: number | null; agreementId: string };
type Signature = { name: string; hasAuthority: true; sha256: string };

/** What is answered is how the school stands now; its own page, its history and the lists go by it. */
function useSigningMutation<Input>(
  schoolId: string,
  mutationFn: (input: Input) => Promise<contract.SchoolSigning>,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (now) => {
      // Before the screen changes: what was pressed is gone then.
      onDone?.();
      queryClient.setQueryData(signingQuery(schoolId).queryKey, now);
      for (const queryKey of [['schools'], ['history'], ['today'], ['notifications']])
        void queryClient.invalidateQueries({ queryKey });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['signings', schoolId] }),
  });
}

/** Keeps where somebody has read to. It is no matter when it does not get through. */
export function useKeepPlace(schoolId: string, agreementId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (place: string) =>
      call(contract.keepPlace, { params: { schoolId }, body: { place, agreementId } }),
    onSuccess: (now) => queryClient.setQueryData(signingQuery(schoolId).queryKey, now),
  });
}

/** Saves the sealed copy of the newest version that the school has signed and co-signed. */
export const useSaveCopy = (schoolId: string, reference: string) =>
  useMutation({
    mutationFn: () =>
      download(contract.getSignedCopy, { params: { schoolId } }, `agreement-${reference}.pdf`),
  });

export const useDecision = (schoolId: string) =>
  useSigningMutation(schoolId, ({ version, ...body }: Decision & { version: number }) =>
    call(contract.putDownDecision, { params: { schoolId }, body, version }),
  );

/** @param onDone called once it is signed, before the screen changes */
export const useSignature = (
  schoolId: string,
  as: 'headteacher' | 'chair-of-governors',
  onDone: () => void,
) =>
  useSigningMutation(
    schoolId,
    ({ version, ...body }: Signature & { version: number }) => {
      const input = { params: { schoolId }, body, version };
      return as === 'headteacher'
        ? call(contract.signAgreement, input)
        : call(contract.coSignAgreement, input);
    },
    onDone,
  );
