import type { ReminderKind, ReminderRefusal } from '@lateral/domain/reminders/reminders';
import { plural } from '../ui/plural.ts';

export const kindWords: Record<ReminderKind, { action: string; who: string; nobody: string }> = {
  join: {
    action: 'Remind about joining',
    who: 'The head of each school gets one mail.',
    nobody: 'There is no head here who has not joined yet and can be reminded.',
  },
  consent: {
    action: 'Ask to sign the new version',
    who: 'The head of each member gets one mail.',
    nobody: 'There is no head here whose school still has to sign the new version and can be asked.',
  },
  'co-sign': {
    action: 'Ask to co-sign',
    who: 'The chair of governors of each school gets one mail.',
    nobody: 'There is no chair of governors here who still has to co-sign and can be asked.',
  },
  renew: {
    action: 'Remind about renewing',
    who: 'The head of each school gets one mail.',
    nobody: 'There is no head here whose school still has to renew and can be reminded.',
  },
  train: {
    action: 'Remind about training',
    who: 'Each leader who is not trained gets one mail.',
    nobody: 'There is nobody here who still has to be trained and can be reminded.',
  },
};

/** Why somebody gets none; a new reason does not compile until it has words here. */
export const refusalWords: Record<ReminderRefusal, string> = {
  'no-head': 'We do not know who the head is',
  'already-member': 'Members already',
  'school-closed': 'Closed',
  'not-counted': 'Not state schools',
  'already-trained': 'Trained already',
  'not-a-leader': 'Not a head, deputy or senior leader',
  'reminded-lately': 'Reminded within the last 24 hours',
};

export const reminderErrorWords: Record<string, string> = {
  'nobody-to-remind':
    'There is nobody left to remind. They have acted, or somebody else has just reminded them.',
  'batch-differs': 'This has been sent already, with other words. Close this and look at the list again.',
  'too-late': 'It was too late to undo: the reminders have gone.',
};

export const sayHeld = (mails: number, seconds: number) =>
  `${plural(mails, 'reminder goes', 'reminders go')} in ${seconds} seconds`;
export const sayUndone = (mails: number) =>
  mails === 1 ? 'Undone. The reminder was not sent.' : `Undone. None of the ${mails} reminders were sent.`;
