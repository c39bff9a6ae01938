import { Bell } from 'lucide-react';
import type { Command } from '../command.ts';

export const notificationCommands: readonly Command[] = [
  {
    id: 'screen:/notifications',
    kind: 'screen',
    label: 'Notifications',
    also: 'news bell told unread',
    icon: Bell,
    may: 'notifications.read',
    to: '/notifications',
  },
  {
    id: 'notification-choices',
    kind: 'action',
    label: 'Choose what you are told',
    also: 'notifications preferences digest mail unsubscribe',
    icon: Bell,
    may: 'notifications.update',
    to: '/account',
  },
];
