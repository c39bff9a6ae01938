import * as contract from '@lateral/contract/calendars';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, type Output } from '../call.ts';

export type Calendar = Output<typeof contract.getCalendar>;
export type Term = Calendar['terms'][number];
export type Closure = Calendar['closures'][number];

/** The year strip, the season and the broker's day all go by the calendar. */
export function useSetCalendar(year: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...body }: { terms: Term[]; closures: Closure[]; version: number }) =>
      call(contract.setCalendar, { params: { year: String(year) }, body, version }),
    onSuccess: () =>
      Promise.all(
        [['calendars'], ['seasons'], ['today']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
