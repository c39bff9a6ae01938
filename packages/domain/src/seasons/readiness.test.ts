import { expect, test } from 'vitest';
import { listBlockers, type Readiness } from './readiness.ts';

const ready: Readiness = {
  members: 300,
  trainedLeaders: 600,
  terms: 6,
  membersInClusters: 290,
  windowStart: '2026-09-21',
  windowEnd: '2027-07-09',
};

test.each<[string, Partial<Readiness>, string[]]>([
  ['a county with everything can be planned', {}, []],
  ['a season on its last day can be planned', { windowStart: '2027-07-09' }, []],
  ['a season that is over cannot', { windowStart: '2027-07-10' }, ['window-over']],
  ['nobody is a member', { members: 0, membersInClusters: 0 }, ['no-members']],
  [
    'nobody is trained and there are no terms',
    { trainedLeaders: 0, terms: 0 },
    ['no-trained-leaders', 'no-terms'],
  ],
  ['no member is in a cluster', { membersInClusters: 0 }, ['no-clusters']],
])('%s', (_, facts, blockers) => {
  expect(listBlockers({ ...ready, ...facts })).toEqual(blockers);
});
