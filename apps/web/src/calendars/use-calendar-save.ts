import { useQueryClient } from '@tanstack/react-query';
import { calendarQuery } from '../calendar-query.ts';
import { showToast } from '../ui/toasts.ts';
import { useVersionedSave } from '../versioned-save.ts';
import { type Calendar, useSetCalendar } from './queries.ts';

const pick = ({ terms, closures }: Calendar) => ({ terms, closures });

/** Saves a year's calendar, together with what somebody else may have changed meanwhile. @param onSaved shows what stands now */
export function useCalendarSave(calendar: Calendar, onSaved: (saved: Calendar) => void) {
  const set = useSetCalendar(calendar.year);
  const queryClient = useQueryClient();
  const saving = useVersionedSave({
    saved: calendar,
    pick,
    send: (fields, version) => set.mutateAsync({ ...fields, version }),
    refetch: () => queryClient.fetchQuery({ ...calendarQuery(calendar.year), staleTime: 0 }),
    onSaved: (saved, meanwhile) => {
      onSaved(saved);
      const text = meanwhile
        ? 'The calendar is saved, together with what somebody else changed meanwhile'
        : 'The calendar is saved';
      const undo = () => set.mutate({ ...pick(saving.base), version: saved.version });
      showToast({ text, ...(!meanwhile && { undo }) });
    },
  });
  return { set, ...saving };
}
