import type { DelegationRefusal } from '@lateral/domain/delegations/delegations';

/** Why a head cannot let somebody prepare things for them. */
export const delegationErrorWords: Record<DelegationRefusal, string> = {
  'not-head-there': 'You are not the headteacher of that school today.',
  'not-of-the-school': 'They do not have a role in that school today.',
  'to-oneself': 'Choose somebody else.',
  'already-lent': 'They may do this for you already.',
  'too-long': 'Choose a day within the next year.',
};
