import { ScrollText } from 'lucide-react';
import type { Command } from '../command.ts';

export const agreementCommands: readonly Command[] = [
  {
    id: 'write-agreement',
    kind: 'action',
    label: 'Write the membership agreement',
    also: 'clauses version draft issue withdraw sign',
    icon: ScrollText,
    may: 'agreements.draft',
    to: '/agreements',
  },
];
