import { Network, School, UserPlus } from 'lucide-react';
import type { Command } from '../command.ts';

export const importCommands: readonly Command[] = [
  {
    id: 'import-schools',
    kind: 'action',
    label: 'Import schools',
    also: 'register GIAS upload file',
    icon: School,
    may: 'imports.bring',
    to: '/imports/new',
    search: { kind: 'register' },
  },
  {
    id: 'import-people',
    kind: 'action',
    label: 'Import people',
    also: 'heads governors upload file',
    icon: UserPlus,
    may: 'imports.bring',
    to: '/imports/new',
    search: { kind: 'people' },
  },
  {
    id: 'import-groups',
    kind: 'action',
    label: 'Import groups of schools',
    also: 'trusts federations sponsors dioceses GIAS upload file',
    icon: Network,
    may: 'imports.bring',
    to: '/imports/new',
    search: { kind: 'groups' },
  },
];
