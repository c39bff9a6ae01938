import type { RecoveryRefusal, RecoveryState } from '@lateral/domain/recoveries/recoveries';
import type { Status } from '../ui/status-tag.tsx';

export const recoveryErrorWords: Record<RecoveryRefusal, string> = {
  'own-account': 'Two other people must do this for you.',
  'same-person-twice': 'You asked for this. A second person must agree.',
  'recovery-open': 'A new address has been asked for already.',
  'recovery-ended': 'This has ended already.',
  'address-in-use': 'Somebody else here has that address.',
  'same-address': 'That is the address they have.',
  'role-mailbox': 'An office reads that address. Give one that only they read.',
};

export const recoveryStateWords: Record<RecoveryState, { status: Status; text: string }> = {
  asked: { status: 'waiting', text: 'A second person must agree' },
  agreed: { status: 'asked', text: 'Agreed, waits a day' },
  done: { status: 'done', text: 'Done' },
  stopped: { status: 'not-started', text: 'Stopped' },
  failed: { status: 'problem', text: 'The address is somebody else’s' },
};
