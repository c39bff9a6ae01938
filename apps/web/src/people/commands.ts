import { GraduationCap } from 'lucide-react';
import type { Command } from '../command.ts';

export const peopleCommands: readonly Command[] = [
  {
    id: 'record-training',
    kind: 'action',
    label: 'Record training',
    also: 'reviewers trained people',
    icon: GraduationCap,
    may: 'people.train',
    to: '/people',
    search: { role: 'leaders', trained: 'no' },
  },
];
