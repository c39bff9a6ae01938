import * as contract from '@lateral/contract/training';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../call.ts';
import type { TrainingSearch } from './search.ts';

export const sessionsQuery = (when: 'coming' | 'past') =>
  infiniteQueryOptions({
    queryKey: ['training', 'sessions', when],
    queryFn: ({ pageParam }) =>
      call(contract.listSessions, {
        querystring: { when, limit: '20', ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const traineesQuery = ({ standing, q }: Pick<TrainingSearch, 'standing' | 'q'>) =>
  infiniteQueryOptions({
    queryKey: ['training', 'people', standing, q],
    queryFn: ({ pageParam }) =>
      call(contract.listTrainees, { querystring: { standing, q, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Those among whom somebody chooses: few enough to look through. */
export const bookableQuery = (q: string) =>
  queryOptions({
    queryKey: ['training', 'bookable', q],
    queryFn: () => call(contract.listTrainees, { querystring: { limit: '30', ...(q && { q }) } }),
    placeholderData: keepPreviousData,
  });

/** A change after which sessions, places and who is trained are fetched again. */
function useChange<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: ['training'] }),
  });
}

type Facts = { day: string; startsAt: string; endsAt: string; place: string; places: number };

export const useSchedule = () =>
  useChange((body: Facts & { kind: 'reviewer' | 'lead' }) => call(contract.createSession, { body }));

export const useChangeSession = (sessionId: string) =>
  useChange(({ version, ...body }: Facts & { version: number }) =>
    call(contract.changeSession, { params: { sessionId }, body, version }),
  );

export const fetchSession = (sessionId: string) => call(contract.getSession, { params: { sessionId } });

export const useCallOff = (sessionId: string) =>
  useChange((reason: string) => call(contract.callOffSession, { params: { sessionId }, body: { reason } }));

export const useBook = (sessionId: string) =>
  useChange((personId: string) => call(contract.bookPlace, { params: { sessionId }, body: { personId } }));

export const useGiveUp = (sessionId: string) =>
  useChange((personId: string) => call(contract.giveUpPlace, { params: { sessionId, personId } }));

export const useAttendance = (sessionId: string) =>
  useChange((people: { personId: string; attended: boolean }[]) =>
    call(contract.recordAttendance, { params: { sessionId }, body: { people } }),
  );
