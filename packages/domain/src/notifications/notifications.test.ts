import { expect, test } from 'vitest';
import { type roles, schoolRoles } from '../people/roles.ts';
import { decide, type HeldRole } from '../policy.ts';
import { keptDetail, noticeKinds, noticesOf, readableBy, ruleOf, topicsFor } from './kinds.ts';
import { channels, channelsOf, refuseChoice, topicKeys, topicOf } from './topics.ts';
import { pathOf, sentenceOf } from './words.ts';

const head = (schoolId: string): HeldRole => ({ role: 'headteacher', schoolId });
const broker: HeldRole = { role: 'broker', schoolId: null };
const holding = (role: (typeof roles)[number]): HeldRole => ({
  role,
  schoolId: (schoolRoles as readonly string[]).includes(role) ? 'a' : null,
});

test.each(noticeKinds)('%s is told only to those who may see what it is about', (kind) => {
  const { may, roles: told } = ruleOf(kind);
  expect(told.length).toBeGreaterThan(0);
  for (const role of told) expect([role, typeof decide([holding(role)], may)]).toEqual([role, 'object']);
});

test.each([
  ['a locked topic off', 'security', 'off', 'topic-locked'],
  ['a locked topic in the digest', 'in-your-name', 'digest', null],
  ['a topic that is mailed at once in the digest too', 'reminders', 'digest', 'mailed-already'],
  ['a topic that is mailed at once off the screen', 'reminders', 'off', null],
  ['a plain topic off', 'school', 'off', null],
] as const)('somebody wants %s', (_, topic, channel, refusal) => {
  expect(refuseChoice(topic, channel)).toBe(refusal);
});

test('every topic has a usual channel that it can have, and a locked one says why', () => {
  for (const topic of topicKeys) {
    expect(channelsOf(topic)).toContain(topicOf(topic).usual);
    expect(channelsOf(topic).includes('off')).toBe(topicOf(topic).locked === null);
    expect(channelsOf(topic).length).toBeLessThanOrEqual(channels.length);
  }
});

test('an event tells those of its school', () => {
  expect(noticesOf({ kind: 'details-changed', schoolId: 'a', detail: { fields: ['phone'] } }, null)).toEqual([
    { kind: 'details-changed', schoolId: 'a', detail: { fields: ['phone'] } },
  ]);
});

test('what somebody prepares is told to the school and to the head in whose name it was done', () => {
  const told = noticesOf({ kind: 'details-changed', schoolId: 'a' }, 'head');
  expect(told.map(({ kind, personId, except }) => [kind, personId, except])).toEqual([
    ['details-changed', undefined, 'head'],
    ['done-in-your-name', 'head', undefined],
  ]);
});

test.each([
  ['a role lent', { kind: 'role-lent', detail: { to: 'office', until: '2027-07-31' } }, ['office']],
  ['a role taken back', { kind: 'role-taken-back', detail: { from: 'office' } }, ['office']],
  ['a recovery', { kind: 'recovery-asked', detail: { personId: 'ada' } }, ['ada']],
  ['an event that nobody need know of', { kind: 'history-exported' }, []],
  ['an event named like a part of every object', { kind: 'constructor' }, []],
  ['an event that lost its person', { kind: 'role-lent', detail: {} }, []],
] as const)('%s names %o', (_, event, persons) => {
  expect(noticesOf(event, null).map(({ personId }) => personId)).toEqual(persons);
});

test('what is kept is what the words need: never whom a new address is for', () => {
  expect(keptDetail({ kind: 'recovery-asked', personId: 'ada', detail: { personId: 'ada' } })).toEqual({});
  expect(keptDetail({ kind: 'membership-began', detail: { on: '2026-09-01', by: 'x' } })).toEqual({
    on: '2026-09-01',
  });
});

test('a head reads the news of their own schools; once they have left, no longer', () => {
  expect(readableBy([head('a'), head('b')]).ofSchools).toMatchObject({ schoolIds: ['a', 'b'] });
  expect(readableBy([head('a')]).ofSchools.kinds).toContain('membership-began');
  expect(readableBy([head('a')]).everywhere).not.toContain('import-applied');
  expect(readableBy([broker]).everywhere).toContain('import-applied');
  expect(readableBy([]).everywhere).toEqual([]);
});

test('a lent role brings nobody the news of the head', () => {
  const lent: HeldRole = { role: 'headteacher', schoolId: 'b', lentBy: 'head' };
  expect(readableBy([head('a'), lent]).ofSchools.schoolIds).toEqual(['a']);
});

test('people are offered the topics that can concern them', () => {
  expect(topicsFor([broker])).toEqual(['security', 'you', 'your-work', 'season', 'members', 'calendar']);
  expect(topicsFor([])).toEqual([]);
  expect(topicsFor([head('a')])).toEqual([
    'security',
    'in-your-name',
    'you',
    'reviews',
    'school',
    'calendar',
    'reminders',
  ]);
  expect(topicsFor([{ role: 'governor', schoolId: 'a' }])).toEqual(['security', 'in-your-name', 'you']);
});

test('every kind has a sentence that stands alone, and leads to a screen or to none', () => {
  const detail = {
    year: 2026,
    reviews: 3,
    placed: 1,
    unplaced: 0,
    until: '2027-07-31',
    on: '2026-09-01',
    days: 2,
  };
  for (const kind of noticeKinds) {
    const school = { id: 'a', name: 'Ashlow School' };
    const told = {
      kind,
      detail: {
        ...detail,
        importId: 'i',
        cluster: 'North',
        toUrn: 7,
        endsOn: '2027-01-20',
        kind: 'waived',
        halfDays: 3,
      },
      school,
    };
    expect(sentenceOf(told)).toMatch(/^[A-Z][^{}]+[^.\s]$/);
    expect(sentenceOf(told)).not.toMatch(/undefined|null|NaN/);
    expect(pathOf(told) ?? '/').toMatch(/^\/(?!.*undefined)/);
  }
});

test.each([
  [
    'membership-began',
    { on: '2026-09-01' },
    'Ashlow School became a member on 1 September 2026',
    '/schools/a',
  ],
  [
    'role-lent',
    { until: '2027-07-31' },
    'The head of Ashlow School lets you prepare things until 31 July 2027',
    '/schools/a',
  ],
  [
    'away-days-set',
    { days: 0 },
    'Your days away were cleared: you can be asked to review on any school day',
    '/schools/a',
  ],
  ['plan-finished', { placed: 1, unplaced: 2 }, 'Your plan is ready: 1 review placed, 2 not', '/reviews'],
  [
    'import-failed',
    { importId: 'i', kind: 'people' },
    'Your import of people did not work. Nothing was changed',
    '/imports/i',
  ],
  [
    'import-checked',
    { importId: 'i', kind: 'groups' },
    'Your import of groups is checked. Look at what it would change',
    '/imports/i',
  ],
  ['import-undone', { importId: 'i', kind: 'register' }, 'Your import of schools is undone', '/imports/i'],
  ['reminded', { about: 'train' }, 'You were reminded about training', '/schools/a'],
  ['reminded', { about: 'join' }, 'You were asked whether Ashlow School joins', '/schools/a'],
  [
    'reminded',
    { about: 'consent' },
    'You were asked to sign the membership agreement for Ashlow School',
    '/schools/a/agreement',
  ],
  [
    'reminded',
    { about: 'co-sign' },
    'You were asked to co-sign the membership agreement for Ashlow School',
    '/schools/a/agreement',
  ],
  [
    'reminded',
    { about: 'renew' },
    'You were reminded that Ashlow School has to renew its membership',
    '/schools/a/renewal',
  ],
  [
    'days-asked',
    { year: 2026, until: '2026-12-04' },
    'Ashlow School is asked for its reviewer days of 2026/27, by 4 December 2026',
    '/reviews/offer/a',
  ],
  [
    'days-offered-for-you',
    { year: 2026, halfDays: 3 },
    'Ashlow School offers 1.5 days of yours to review other schools in 2026/27',
    '/reviews/offer/a',
  ],
  ['reminded', { about: 'answer' }, 'You were reminded to say yes or no to your reviews', '/my-reviews'],
  [
    'reminded',
    { about: 'offer' },
    'You were reminded to offer the reviewer days of Ashlow School',
    '/reviews/offer/a',
  ],
  ['calendar-set', { year: 2026 }, 'The terms and closed days of 2026/27 were changed', '/calendar'],
] as const)('%s reads well', (kind, detail, sentence, path) => {
  const told = { kind, detail, school: { id: 'a', name: 'Ashlow School' } };
  expect([sentenceOf(told), pathOf(told)]).toEqual([sentence, path]);
});
