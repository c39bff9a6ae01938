import { lazyRouteComponent } from '@tanstack/react-router';
import type { BulkAction } from '../bulk-action.ts';

const load = () => import('../reminders/remind-dialog.tsx');

/** What other capabilities do with chosen schools. */
export const schoolActions: readonly BulkAction[] = [
  {
    label: 'Invite to join',
    may: 'reminders.send',
    Dialog: lazyRouteComponent(load, 'InviteToJoin'),
  },
];

/** What the broker asks schools for on the screen of members. */
export const memberActions: readonly BulkAction[] = [
  { label: 'Invite', may: 'reminders.send', Dialog: lazyRouteComponent(load, 'InviteToJoin') },
  { label: 'Ask to consent', may: 'reminders.send', Dialog: lazyRouteComponent(load, 'AskToConsent') },
  { label: 'Ask to co-sign', may: 'reminders.send', Dialog: lazyRouteComponent(load, 'AskToCoSign') },
  { label: 'Remind to renew', may: 'reminders.send', Dialog: lazyRouteComponent(load, 'RemindToRenew') },
];

/** Reminds members that have not sent their reviewer days. */
export const remindToOffer: BulkAction = {
  label: 'Remind to send their days',
  may: 'reminders.send',
  Dialog: lazyRouteComponent(load, 'RemindToOffer'),
};

/** Reminds reviewers who have not said yes or no. */
export const remindToAnswer: BulkAction = {
  label: 'Remind to say yes or no',
  may: 'reminders.send',
  Dialog: lazyRouteComponent(load, 'RemindToAnswer'),
};

/** What other capabilities do with chosen people. */
export const peopleActions: readonly BulkAction[] = [
  {
    label: 'Remind about training',
    may: 'reminders.send',
    Dialog: lazyRouteComponent(load, 'RemindAboutTraining'),
  },
];
