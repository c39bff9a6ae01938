import * as contract from '@lateral/contract/erasures';
import { personRows } from '@lateral/domain/erasures/person-rows';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../call.ts';
import { saveFile, toCsv } from '../ui/save-file.ts';

export const erasureQuery = (personId: string) =>
  queryOptions({
    queryKey: ['erasures', personId],
    queryFn: () => call(contract.previewErasure, { params: { personId } }),
    staleTime: 0,
  });

export function useErasePerson(personId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => call(contract.erasePerson, { params: { personId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['erasures', personId] }),
  });
}

export type DataFormat = 'csv' | 'json';

/** Saves all that is kept about a person (null: about oneself) as a file. */
export const useSaveData = (personId: string | null) =>
  useMutation({
    mutationFn: async (format: DataFormat) => {
      const data = personId
        ? await call(contract.getPersonData, { params: { personId } })
        : await call(contract.getOwnData, {});
      const text = format === 'csv' ? toCsv(personRows(data.parts)) : JSON.stringify(data, null, 2);
      saveFile(`person-data.${format}`, text, format === 'csv' ? 'text/csv' : 'application/json');
    },
  });
