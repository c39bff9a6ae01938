import {
  applyImport,
  cancelImport,
  checkImport,
  discardImport,
  getImport,
  type Import,
  listChanges,
  listImports,
  previewUndo,
  removeFile,
  startImport,
  undoImport,
  uploadFile,
} from '@lateral/contract/imports';
import { type ChangeKind, type ImportKind, isBeingWorkedOn } from '@lateral/domain/imports/states';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, upload } from '../call.ts';

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ pageParam }) => call(listImports, { querystring: { cursor: pageParam, limit: '30' } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const isUnderWay = ({ state }: Pick<Import, 'state'>) => isBeingWorkedOn(state);

/** One import; asked again each second while it is being worked on. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: () => call(getImport, { params: { importId } }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 1000 : false),
  });

export const changesQuery = (importId: string, kind: ChangeKind) =>
  infiniteQueryOptions({
    queryKey: ['imports', importId, 'changes', kind],
    queryFn: ({ pageParam }) =>
      call(listChanges, { params: { importId }, querystring: { kind, cursor: pageParam, limit: '50' } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

type Sending = {
  kind: ImportKind;
  /** An import that has begun, to send more files to. */
  importId?: string | undefined;
  files: readonly File[];
  onProgress: (name: string, share: number) => void;
};

/** Begins an import (or goes on with one), sends its files one after another and has them checked. */
export function useBringImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, importId: begun, files, onProgress }: Sending) => {
      const importId = begun ?? (await call(startImport, { body: { kind } })).id;
      for (const file of files) {
        const report = (share: number) => onProgress(file.name, share);
        await upload(uploadFile, { params: { importId, name: file.name }, file, onProgress: report });
        report(1);
      }
      return call(checkImport, { params: { importId } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

const steps = { check: checkImport, apply: applyImport, discard: discardImport, cancel: cancelImport };

/** Checks, applies, discards an import or stops its work; whatever comes of it, how it stands is read again. */
export function useMoveImport(importId: string, step: keyof typeof steps) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(steps[step], { params: { importId } }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['imports'] });
      void client.invalidateQueries({ queryKey: ['today'] });
    },
  });
}

/** Takes one file out of an import. */
export function useRemoveFile(importId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => call(removeFile, { params: { importId, name } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports', importId] }),
  });
}

/** What undoing an import would do now: read afresh whenever it is looked at. */
export const undoQuery = (importId: string) =>
  infiniteQueryOptions({
    queryKey: ['imports', importId, 'undo'],
    queryFn: ({ pageParam }) =>
      call(previewUndo, { params: { importId }, querystring: { cursor: pageParam, limit: '50' } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
    gcTime: 0,
  });

/** Undoes an import, if that is still what was seen. */
export function useUndoImport(importId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (seen: string) => call(undoImport, { params: { importId }, body: { seen } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}
