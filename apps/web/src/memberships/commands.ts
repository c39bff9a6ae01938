import { BellRing, Map as MapIcon, PenLine } from 'lucide-react';
import type { Command } from '../command.ts';

export const memberCommands: readonly Command[] = [
  {
    id: 'ask-co-signers',
    kind: 'action',
    label: 'Ask chairs of governors to co-sign',
    also: 'remind chase signature agreement',
    icon: PenLine,
    may: 'reminders.send',
    to: '/members',
    search: { needs: 'co-signer' },
  },
  {
    id: 'ask-to-consent',
    kind: 'action',
    label: 'Ask members to sign the new version',
    also: 'remind chase consent again agreement',
    icon: PenLine,
    may: 'reminders.send',
    to: '/members',
    search: { needs: 'consent' },
  },
  {
    id: 'remind-renewing',
    kind: 'action',
    label: 'Remind members to renew',
    also: 'chase expiring membership',
    icon: BellRing,
    may: 'reminders.send',
    to: '/members',
    search: { needs: 'renewal' },
  },
  {
    id: 'members-map',
    kind: 'screen',
    label: 'Map of who has joined',
    also: 'members county',
    icon: MapIcon,
    may: 'history.read',
    to: '/members/map',
  },
];
