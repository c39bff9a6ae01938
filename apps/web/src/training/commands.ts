import { GraduationCap } from 'lucide-react';
import type { Command } from '../command.ts';

export const trainingCommands: readonly Command[] = [
  {
    id: 'schedule-training',
    kind: 'action',
    label: 'Schedule a training session',
    also: 'train reviewers leads half-day',
    icon: GraduationCap,
    may: 'training.run',
    to: '/training',
  },
  {
    id: 'who-needs-training',
    kind: 'action',
    label: 'See who still needs training',
    also: 'untrained reviewers not booked',
    icon: GraduationCap,
    may: 'training.run',
    to: '/training',
    search: { standing: 'neither' },
  },
  {
    id: 'book-training',
    kind: 'action',
    label: 'Book a training place',
    also: 'train reviewer half-day session',
    icon: GraduationCap,
    may: 'training.book',
    to: '/training',
  },
];
