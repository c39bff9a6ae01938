import { Scale } from 'lucide-react';
import type { Command } from '../command.ts';

export const ledgerCommands: readonly Command[] = [
  {
    id: 'owes-most',
    kind: 'action',
    label: 'See who owes most days',
    also: 'ledger load balance short reviewers half-days waive',
    icon: Scale,
    may: 'ledger.write',
    to: '/ledger',
    search: { left: 'yes' },
  },
];
