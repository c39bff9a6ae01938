import { CircleHelp, Handshake, Map as MapIcon, School } from 'lucide-react';
import type { Command } from '../command.ts';

export const schoolCommands: readonly Command[] = [
  {
    id: 'mark-members',
    kind: 'action',
    label: 'Mark schools as members',
    also: 'membership join',
    icon: Handshake,
    may: 'schools.mark-members',
    to: '/schools',
    search: { member: 'no' },
  },
  {
    id: 'assign-clusters',
    kind: 'action',
    label: 'Put schools in clusters',
    also: 'assign',
    icon: MapIcon,
    may: 'clusters.update',
    to: '/schools',
    search: { cluster: 'none' },
  },
  {
    id: 'settle-schools',
    kind: 'action',
    label: 'Decide which schools count',
    also: 'settle state unsettled',
    icon: CircleHelp,
    may: 'schools.settle',
    to: '/schools',
    search: { show: 'unsettled' },
  },
  {
    id: 'closed-schools',
    kind: 'screen',
    label: 'Closed schools',
    icon: School,
    may: 'schools.export',
    to: '/schools',
    search: { show: 'closed' },
  },
];
