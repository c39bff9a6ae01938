import { CalendarDays } from 'lucide-react';
import type { Command } from '../command.ts';

export const calendarCommands: readonly Command[] = [
  {
    id: 'set-terms',
    kind: 'action',
    label: 'Set the terms',
    also: 'calendar dates holidays closed days',
    icon: CalendarDays,
    may: 'calendar.update',
    to: '/calendar',
  },
];
