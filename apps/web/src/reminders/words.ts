import type { ReminderKind, ReminderRefusal } from '@lateral/domain/reminders/reminders';
import { plural } from '../ui/plural.ts';

type KindWords = {
  action: string;
  who: string;
  nobody: string;
  /** What one mail of the kind is called, and several. */
  mail: readonly [string, string];
};

export const kindWords: Record<ReminderKind, KindWords> = {
  join: {
    action: 'Invite to join',
    who: 'The head of each school gets one mail.',
    nobody: 'There is no head here whose school has not joined yet and who can be invited.',
    mail: ['invitation', 'invitations'],
  },
  consent: {
    action: 'Ask to sign the new version',
    who: 'The head of each member gets one mail.',
    nobody: 'There is no head here whose school still has to sign the version in force and who can be asked.',
    mail: ['mail', 'mails'],
  },
  'co-sign': {
    action: 'Ask to co-sign',
    who: 'The chair of governors of each school gets one mail.',
    nobody: 'There is no chair of governors here who still has to co-sign and can be asked.',
    mail: ['mail', 'mails'],
  },
  renew: {
    action: 'Remind to renew',
    who: 'The head of each school gets one mail.',
    nobody: 'There is no head here whose school has to renew soon and who can be reminded.',
    mail: ['reminder', 'reminders'],
  },
  offer: {
    action: 'Remind to send their days',
    who: 'The head of each school that has not sent its days gets one mail.',
    nobody: 'There is no head here whose school still has to send its days and who can be reminded.',
    mail: ['reminder', 'reminders'],
  },
  train: {
    action: 'Remind about training',
    who: 'Each leader who is not trained gets one mail.',
    nobody: 'There is nobody here who still has to be trained and can be reminded.',
    mail: ['reminder', 'reminders'],
  },
  answer: {
    action: 'Remind to say yes or no',
    who: 'Each reviewer whose answer is missing gets one mail.',
    nobody: 'There is nobody here who still has to answer and can be reminded.',
    mail: ['reminder', 'reminders'],
  },
};

/** Why somebody gets none; a new reason does not compile until it has words here. */
export const refusalWords: Record<ReminderRefusal, string> = {
  'no-head': 'We do not know who the head is',
  'no-chair': 'We know no chair of governors who could co-sign',
  'already-member': 'Members already',
  'not-a-member': 'Not members',
  'school-closed': 'Closed',
  'not-counted': 'Not state schools',
  'nothing-to-sign': 'There is no version to sign at the moment',
  'signed-already': 'The head has signed already',
  'not-signed-yet': 'The head has not signed yet',
  'co-signed-already': 'Co-signed already',
  'not-expiring': 'Nothing to renew in the next 90 days',
  'not-asked-for-days': 'Nobody is asked for days at the moment',
  'offered-already': 'They have sent their days',
  'already-trained': 'Trained already',
  'nothing-to-answer': 'They have answered',
  'not-a-leader': 'Not a head, deputy or senior leader',
  'reminded-lately': 'Asked within the last 24 hours',
};

export const reminderErrorWords: Record<string, string> = {
  'nobody-to-remind':
    'There is nobody left to write to. They have acted, or somebody else has just written to them.',
  'batch-differs': 'This has been sent already, with other words. Close this and look at the list again.',
  'too-late': 'It was too late to undo: the mails have gone.',
};

export const sayHeld = (kind: ReminderKind, mails: number, seconds: number) =>
  `${plural(mails, ...kindWords[kind].mail)} ${mails === 1 ? 'goes' : 'go'} in ${seconds} seconds`;
export const sayUndone = (kind: ReminderKind, mails: number) => {
  const [one, many] = kindWords[kind].mail;
  return mails === 1 ? `Undone. The ${one} was not sent.` : `Undone. None of the ${mails} ${many} were sent.`;
};
