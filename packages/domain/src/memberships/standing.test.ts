import { describe, expect, test } from 'vitest';
import {
  isToRenew,
  type MembershipFacts,
  needsOf,
  standingOf,
  standings,
  standingsBefore,
} from './standing.ts';

const day = '2026-11-24';
const nothing: MembershipFacts = {
  urn: 100,
  membership: null,
  begun: null,
  hasSigned: false,
  hasSignedInForce: false,
  wasAsked: false,
};
const held = { from: '2026-09-01', to: null, endsWhy: null, urn: 100 } as const;
const member: MembershipFacts = { ...nothing, membership: held, hasSigned: true, hasSignedInForce: true };
const over = { ...held, from: '2025-09-01', to: '2026-08-31' };

describe('a school has one standing', () => {
  test.each([
    ['nobody has asked it', nothing, 'not-asked'],
    ['it has been invited', { ...nothing, wasAsked: true }, 'asked'],
    ['somebody has opened the agreement', { ...nothing, wasAsked: true, begun: 'opened' }, 'opened'],
    ['it was opened without being asked', { ...nothing, begun: 'opened' }, 'opened'],
    ['the governing body has agreed', { ...nothing, begun: 'agreed' }, 'agreed'],
    ['the head has signed', { ...nothing, begun: 'signed' }, 'signed'],
    ['it is a member', member, 'member'],
    ['it is a member by hand, with no signing', { ...member, hasSigned: false }, 'member'],
    ['a member that has opened the next version', { ...member, begun: 'opened' }, 'member'],
    ['a member that waits for its co-signer', { ...member, begun: 'signed' }, 'member'],
    ['a member on its last day', { ...member, membership: { ...held, to: day } }, 'member'],
    ['a member from today', { ...member, membership: { ...held, from: day } }, 'member'],
    ['it stopped being a member yesterday', { ...member, membership: { ...held, to: '2026-11-23' } }, 'left'],
    ['it was a member and has been invited again', { ...nothing, membership: over, wasAsked: true }, 'left'],
    ['it was a member and has begun again', { ...nothing, membership: over, begun: 'opened' }, 'opened'],
    ['it signed, and no membership is left of it', { ...nothing, hasSigned: true }, 'left'],
    ['it joins tomorrow', { ...nothing, membership: { ...held, from: '2026-11-25' } }, 'asked'],
    ['it has signed and joins tomorrow', { ...member, membership: { ...held, from: '2026-11-25' } }, 'asked'],
  ] as const)('%s', (_, facts, standing) => {
    expect(standingOf(facts, day)).toBe(standing);
  });
});

describe('what a school needs', () => {
  const ending = (endsWhy: 'term' | 'notice' | 'broker' | 'lapsed', to: string | null) => ({
    ...member,
    membership: { ...held, to, endsWhy: to ? endsWhy : null },
  });
  test.each([
    ['one that nobody has asked', nothing, []],
    ['one whose head has signed', { ...nothing, begun: 'signed' }, ['co-signer']],
    ['one whose governing body has agreed', { ...nothing, begun: 'agreed' }, []],
    ['a member that has signed what is in force', member, []],
    ['a member that has signed an earlier version', { ...member, hasSignedInForce: false }, ['consent']],
    ['a member while no version is in force', { ...member, hasSignedInForce: null }, []],
    [
      'a member whose head has signed the new version',
      { ...member, hasSignedInForce: false, begun: 'signed' },
      ['co-signer', 'consent'],
    ],
    ['a member until the end of a year that is near', ending('term', '2027-02-22'), ['renewal']],
    ['a member until the end of a year that is far', ending('term', '2027-02-23'), []],
    ['a member whose year ends today', ending('term', day), ['renewal']],
    ['a member that has given notice', ending('notice', '2027-01-20'), ['leaving']],
    ['a member that the broker takes out', ending('broker', '2027-01-20'), []],
    ['a member that lapses', ending('lapsed', '2027-01-20'), []],
    ['a member under another record', { ...member, urn: 101 }, ['conversion']],
    ['a member from before records were kept', { ...member, membership: { ...held, urn: null } }, []],
    ['one that has left and has another record', { ...nothing, urn: 101, membership: over }, []],
    ['one that has left and has not signed what is in force', { ...nothing, membership: over }, []],
  ] as const)('%s', (_, facts, wanted) => {
    expect(needsOf(facts, day)).toEqual(wanted);
  });
});

test.each([
  ['term', '2027-02-22', true],
  ['term', '2027-02-23', false],
  ['term', null, false],
  ['notice', '2027-01-01', false],
  [null, '2027-01-01', false],
] as const)('an end by %s on %s is one to renew: %s', (endsWhy, to, isOne) => {
  expect(isToRenew({ to, endsWhy }, day)).toBe(isOne);
});

test('whoever is not a member has one of the other standings', () => {
  expect(standingsBefore).toEqual(standings.filter((one) => one !== 'member'));
});
