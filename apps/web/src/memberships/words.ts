import type { MembershipRow } from '@lateral/contract/memberships';
import type { Need } from '@lateral/domain/memberships/standing';
import { standingWords } from '@lateral/domain/memberships/words';
import { longDay } from '../ui/days.ts';
import { phaseWords } from '../ui/phase-mark.tsx';
import { plural } from '../ui/plural.ts';
import type { MemberSearch } from './search.ts';
import { tabOf } from './tabs.ts';

export const needTags: Record<Need, string> = {
  'co-signer': 'Waiting for co-signer',
  consent: 'To consent',
  renewal: 'To renew',
  leaving: 'Leaving',
  conversion: 'To settle',
};

type Asked = Pick<MembershipRow, 'standing' | 'needs' | 'membership' | 'signed'>;

/** How long a member still is one, and why not longer. */
function memberWords({ membership, signed, needs }: Asked): string {
  if (!membership) return 'Yes';
  const { from, to, endsWhy } = membership;
  if (to === null)
    return `Yes, since ${longDay(from)}${signed ? `, under version ${signed.number}` : '; it has signed no version yet'}`;
  const until = `Yes, until ${longDay(to)}`;
  if (endsWhy === 'notice') return `${until}: it has given notice`;
  if (endsWhy === 'lapsed') return `${until}: it lapses then, because the school has another legal record`;
  if (endsWhy !== 'term') return `${until}: the broker has ended it`;
  return needs.includes('renewal') ? `${until}: it has to renew by then` : `${until}, when its year ends`;
}

/** "Are they a member?", in one line. Without its full stop. */
export function memberSentence(school: Asked): string {
  const { standing, membership } = school;
  switch (standing) {
    case 'member':
      return memberWords(school);
    case 'signed':
      return 'Not yet: the headteacher has signed, the chair of governors has not';
    case 'agreed':
      return 'Not yet: the governing body has agreed, the headteacher has not signed';
    case 'opened':
      return 'Not yet: the agreement has been opened, and nothing is signed';
    case 'asked':
      return membership
        ? `Not yet: it joins on ${longDay(membership.from)}`
        : 'Not yet: it has been invited, and has not opened the agreement';
    case 'left':
      return membership?.to
        ? `No: it was a member until ${longDay(membership.to)}`
        : 'No: it has signed, but its membership was taken back';
    case 'not-asked':
      return 'Not yet: it has not been asked';
  }
}

/** "43 schools: waiting for co-signer, secondary", as the list says what it holds. */
export function countSentence(total: number, search: MemberSearch): string {
  const { q, phase, cluster, standing } = search;
  const tab = tabOf(search);
  const which = tab ? (tab.label === 'Everyone' ? null : tab.label) : standing && standingsIn(standing);
  const parts = [
    which && which.charAt(0).toLowerCase() + which.slice(1),
    phase && phaseWords[phase].toLowerCase(),
    cluster === 'none' && 'in no cluster',
    cluster && cluster !== 'none' && 'in this cluster',
  ].filter(Boolean);
  return `${plural(total, 'school')}${q ? ` like “${q}”` : ''}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

const standingsIn = (standing: string) =>
  standing
    .split(',')
    .map((one) => standingWords[one as MembershipRow['standing']].toLowerCase())
    .join(' or ');
