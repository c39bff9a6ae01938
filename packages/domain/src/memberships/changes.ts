import { addDays } from '../calendars/weeks.ts';
import { type Ending, renewalDays } from './spans.ts';

export const membershipRefusals = [
  'not-a-member',
  'leaving',
  'not-by-the-year',
  'too-early',
  'new-version-first',
  'notice-given',
  'no-notice',
  'nothing-to-settle',
  'looks-different',
] as const;
export type MembershipRefusal = (typeof membershipRefusals)[number];

/**
 * How a school stands with its membership: the one that holds today, or the last that did; and whether it has signed
 * the version in force, or none is in force.
 */
export type MembershipNow = { membership: Ending | null; isCurrent: boolean; hasSignedLatest: boolean };

/**
 * Why a school may not say today that it stays for another year; or null. One whose year ended without it may still:
 * then its membership begins again.
 * @param today `YYYY-MM-DD`, in London
 */
export function refuseRenewal(now: MembershipNow, today: string): MembershipRefusal | null {
  const { membership, isCurrent, hasSignedLatest } = now;
  if (!membership) return 'not-a-member';
  const { to, endsWhy } = membership;
  if (to === null) return 'not-by-the-year';
  if (endsWhy !== 'term') return isCurrent ? 'leaving' : 'not-a-member';
  if (to > addDays(today, renewalDays)) return 'too-early';
  return hasSignedLatest ? null : 'new-version-first';
}

/** Why a school may not give notice; or null. */
export function refuseNotice({ membership, isCurrent }: MembershipNow): MembershipRefusal | null {
  if (!membership || !isCurrent) return 'not-a-member';
  if (membership.endsWhy === 'notice') return 'notice-given';
  return membership.endsWhy === null || membership.endsWhy === 'term' ? null : 'leaving';
}

/** Why there is no notice to take back; or null. It can be taken back to the last day of membership. */
export const refuseTakingBack = ({ membership, isCurrent }: MembershipNow): MembershipRefusal | null =>
  isCurrent && membership?.endsWhy === 'notice' ? null : 'no-notice';

/**
 * The last day of a membership that lapses because another legal record has taken the school's place: the day before
 * that one opened, but no day on which it had not begun, and none that is still to come.
 */
export function lastDayWhenLapsed(from: string, openedOn: string | null, today: string): string {
  const before = openedOn === null ? today : addDays(openedOn, -1);
  const [, middle = today] = [from, before, today].toSorted();
  return middle;
}
