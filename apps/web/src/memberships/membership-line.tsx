import type { MembershipRow } from '@lateral/contract/memberships';
import { memberSentence } from './words.ts';

type Props = {
  school: Pick<MembershipRow, 'standing' | 'needs' | 'membership' | 'signed'>;
  className?: string;
};

/** "Are they a member?", answered in one line. */
export function MembershipLine({ school, className = '' }: Props) {
  return <p className={className}>{memberSentence(school)}.</p>;
}
