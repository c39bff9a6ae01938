/** A head lends for a school year at most, and says so again the next (security.md §5, delegation). */
export const longestDelegationDays = 366;

export const delegationRefusals = [
  'not-head-there',
  'not-of-the-school',
  'to-oneself',
  'already-lent',
  'too-long',
] as const;
export type DelegationRefusal = (typeof delegationRefusals)[number];

type Asked = {
  principalId: string;
  delegateId: string;
  /** Whether the one who lends is head there today, and the other holds a role there. */
  isHead: boolean;
  isOfSchool: boolean;
  isLent: boolean;
  /** From today until its last day. */
  days: number;
};

/** A head lends to somebody of the same school, never to themselves, and not for ever. */
export function refuseDelegation(asked: Asked): DelegationRefusal | null {
  if (!asked.isHead) return 'not-head-there';
  if (asked.principalId === asked.delegateId) return 'to-oneself';
  if (!asked.isOfSchool) return 'not-of-the-school';
  if (asked.isLent) return 'already-lent';
  return asked.days < 0 || asked.days > longestDelegationDays ? 'too-long' : null;
}
