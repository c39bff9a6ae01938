import { lazyRouteComponent } from '@tanstack/react-router';
import type { BulkAction } from '../bulk-action.ts';

const load = () => import('../reminders/remind-dialog.tsx');

/** What other capabilities do with chosen schools. */
export const schoolActions: readonly BulkAction[] = [
  {
    label: 'Remind about joining',
    may: 'reminders.send',
    Dialog: lazyRouteComponent(load, 'RemindAboutJoining'),
  },
];

/** What other capabilities do with chosen people. */
export const peopleActions: readonly BulkAction[] = [
  {
    label: 'Remind about training',
    may: 'reminders.send',
    Dialog: lazyRouteComponent(load, 'RemindAboutTraining'),
  },
];
