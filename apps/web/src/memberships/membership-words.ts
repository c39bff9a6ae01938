import type { SchoolMembership } from '@lateral/contract/membership-changes';
import type { MembershipRefusal } from '@lateral/domain/memberships/changes';
import type { Entitlements } from '@lateral/domain/memberships/entitlements';
import { memberSentence } from './words.ts';

export const membershipErrorWords: Record<MembershipRefusal, string> = {
  'not-a-member': 'This school is not a member, so there is nothing to do.',
  leaving: 'This membership has been ended already.',
  'not-by-the-year': 'This membership has no last day, so there is nothing to renew.',
  'too-early': 'It is too early to renew: that begins 90 days before the last day.',
  'new-version-first':
    'There is a new version of the agreement. Sign that one: it renews the membership too.',
  'notice-given': 'Notice has been given already.',
  'no-notice': 'There is no notice to take back.',
  'nothing-to-settle': 'Somebody has settled this already.',
  'looks-different': 'This has changed since you opened it. Nothing was done. Look at it again.',
};

/** Whether a school is a member, in one line. */
export const answerOf = ({ line }: SchoolMembership): string =>
  line ? `${memberSentence(line)}.` : 'No: it does not count as a state school.';

const followWords: Record<keyof Entitlements, string> = {
  mayVote: 'votes for the board, and at the annual general meeting',
  isReviewed: 'has a review each school year',
  owesDays: 'gives days to review other schools',
  getsMemberPrice: 'pays the members’ price for training and support',
  sharesOutcomes: 'shares what its reviews find with the partnership',
};

/** What follows from membership today, line by line. */
export const listFollows = ({ follows }: Pick<SchoolMembership, 'follows'>) =>
  (Object.keys(followWords) as (keyof Entitlements)[]).flatMap((key) =>
    follows[key] ? followWords[key] : [],
  );
