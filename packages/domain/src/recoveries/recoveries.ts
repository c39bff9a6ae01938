/** asked → agreed (by a second person) → done a day later; or stopped by anybody who is told; or failed. */
export const recoveryStates = ['asked', 'agreed', 'done', 'stopped', 'failed'] as const;
export type RecoveryState = (typeof recoveryStates)[number];

/** A day passes between the agreement and the new address, so that whoever is told can stop it. */
export const recoveryHours = 24;

export const recoveryRefusals = [
  'own-account',
  'same-person-twice',
  'recovery-open',
  'recovery-ended',
  'address-in-use',
  'same-address',
  'role-mailbox',
] as const;
export type RecoveryRefusal = (typeof recoveryRefusals)[number];

type Recovery = { state: RecoveryState; personId: string; askedBy: string };

/** Nobody recovers their own account: two others do (security.md §5, "recovery: two people"). */
export function refuseAsking(
  person: { personId: string; email: string },
  asking: {
    askedBy: string;
    newEmail: string;
    isOpen: boolean;
    isAddressTaken: boolean;
    isRoleMailbox: boolean;
  },
): RecoveryRefusal | null {
  if (asking.askedBy === person.personId) return 'own-account';
  if (asking.isOpen) return 'recovery-open';
  if (asking.newEmail === person.email) return 'same-address';
  if (asking.isRoleMailbox) return 'role-mailbox';
  return asking.isAddressTaken ? 'address-in-use' : null;
}

/** The second person is neither the first nor the one whose account it is. */
export function refuseAgreeing(
  { state, personId, askedBy }: Recovery,
  agreedBy: string,
): RecoveryRefusal | null {
  if (state !== 'asked') return 'recovery-ended';
  if (agreedBy === personId) return 'own-account';
  return agreedBy === askedBy ? 'same-person-twice' : null;
}

/** Whether it can still be stopped. */
export const isOpenRecovery = (state: RecoveryState) => state === 'asked' || state === 'agreed';

/** Whether an agreed recovery's day has passed. */
export const isDue = ({ state, dueAt }: { state: RecoveryState; dueAt: Date | null }, now: Date) =>
  state === 'agreed' && dueAt !== null && dueAt <= now;
