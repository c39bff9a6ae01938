import type { EndReason } from './spans.ts';
import type { Need, Standing } from './standing.ts';

/** How far a school is, in a few words: on the screen and in a spreadsheet alike. */
export const standingWords: Record<Standing, string> = {
  'not-asked': 'Not asked yet',
  asked: 'Invited',
  opened: 'Opened, not signed',
  agreed: 'Governors have agreed',
  signed: 'Waiting for co-signer',
  member: 'Member',
  left: 'Has left',
};

/** What somebody still has to do for a school. */
export const needWords: Record<Need, string> = {
  'co-signer': 'The chair of governors has to co-sign',
  consent: 'Has to sign the new version',
  renewal: 'Has to renew',
  leaving: 'Has given notice',
  conversion: 'The broker has to settle its new record',
};

/** Why a membership has a last day. */
export const endWords: Record<EndReason, string> = {
  term: 'The year is over',
  notice: 'The school gave notice',
  lapsed: 'It lapsed when the school was converted',
  broker: 'The broker ended it',
};
