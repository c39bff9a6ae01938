import { BellRing } from 'lucide-react';
import type { Command } from '../command.ts';

export const reminderCommands: readonly Command[] = [
  {
    id: 'remind-joining',
    kind: 'action',
    label: 'Remind schools about joining',
    also: 'chase members heads mail',
    icon: BellRing,
    may: 'reminders.send',
    to: '/schools',
    search: { member: 'no' },
  },
  {
    id: 'remind-training',
    kind: 'action',
    label: 'Remind leaders about training',
    also: 'chase reviewers mail',
    icon: BellRing,
    may: 'reminders.send',
    to: '/people',
    search: { role: 'leaders', trained: 'no' },
  },
];
