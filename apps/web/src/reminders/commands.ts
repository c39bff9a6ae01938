import { standingsBefore } from '@lateral/domain/memberships/standing';
import { BellRing } from 'lucide-react';
import type { Command } from '../command.ts';

export const reminderCommands: readonly Command[] = [
  {
    id: 'remind-joining',
    kind: 'action',
    label: 'Invite schools to join',
    also: 'chase remind members heads mail unsigned',
    icon: BellRing,
    may: 'reminders.send',
    to: '/members',
    search: { standing: standingsBefore.join(',') },
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
