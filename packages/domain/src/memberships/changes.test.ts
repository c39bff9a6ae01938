import { expect, test } from 'vitest';
import {
  lastDayWhenLapsed,
  type MembershipNow,
  refuseNotice,
  refuseRenewal,
  refuseTakingBack,
} from './changes.ts';
import { reminderDue } from './due.ts';
import type { EndReason } from './spans.ts';

const now = (
  to: string | null,
  endsWhy: EndReason | null,
  { isCurrent = true, hasSignedLatest = true } = {},
): MembershipNow => ({ membership: { from: '2025-09-01', to, endsWhy }, isCurrent, hasSignedLatest });
const never: MembershipNow = { membership: null, isCurrent: false, hasSignedLatest: false };
const past = { isCurrent: false };

test.each([
  ['that never joined', never, 'not-a-member'],
  ['without a last day', now(null, null), 'not-by-the-year'],
  ['whose year ends in 90 days', now('2027-08-31', 'term'), null],
  ['whose year ends in 91 days', now('2027-09-01', 'term'), 'too-early'],
  ['whose year ends today', now('2027-06-02', 'term'), null],
  ['whose year ended yesterday', now('2027-06-01', 'term', past), null],
  ['that has given notice', now('2027-08-31', 'notice'), 'leaving'],
  ['that left by notice', now('2027-05-31', 'notice', past), 'not-a-member'],
  ['whose membership the broker ended', now('2027-08-31', 'broker'), 'leaving'],
  [
    'that has not signed the version in force',
    now('2027-08-31', 'term', { hasSignedLatest: false }),
    'new-version-first',
  ],
] as const)('a school %s renews on 2 June', (_, membership, refusal) => {
  expect(refuseRenewal(membership, '2027-06-02')).toBe(refusal);
});

test.each([
  ['that never joined', never, 'not-a-member', 'no-notice'],
  ['without a last day', now(null, null), null, 'no-notice'],
  ['whose year ends', now('2027-08-31', 'term'), null, 'no-notice'],
  ['that has given notice', now('2027-08-31', 'notice'), 'notice-given', null],
  ['that has left', now('2027-05-31', 'notice', past), 'not-a-member', 'no-notice'],
  ['that lapses', now('2027-08-31', 'lapsed'), 'leaving', 'no-notice'],
] as const)('a school %s gives notice, and takes it back', (_, membership, giving, takingBack) => {
  expect([refuseNotice(membership), refuseTakingBack(membership)]).toEqual([giving, takingBack]);
});

test.each([
  ['2026-09-01', '2027-01-01', '2027-01-10', '2026-12-31'],
  ['2026-09-01', '2026-08-01', '2027-01-10', '2026-09-01'],
  ['2026-09-01', '2027-02-01', '2027-01-10', '2027-01-10'],
  ['2026-09-01', null, '2027-01-10', '2027-01-10'],
])('begun on %s, with the new record open on %s, it lapses on %s to %s', (from, openedOn, today, last) => {
  expect(lastDayWhenLapsed(from, openedOn, today)).toBe(last);
});

test.each([
  ['renew', '2027-07-01', null],
  ['renew', '2027-07-02', 60],
  ['renew', '2027-08-01', 30],
  ['renew', '2027-08-30', 7],
  ['renew', '2027-08-31', 7],
  ['renew', '2027-09-01', null],
  ['consent', '2027-08-02', null],
  ['consent', '2027-08-03', 28],
  ['consent', '2027-08-29', 3],
] as const)('about %s by 31 August, on %s the reminder of %s days is due', (about, today, days) => {
  expect(reminderDue(about, '2027-08-31', today)).toBe(days);
});
