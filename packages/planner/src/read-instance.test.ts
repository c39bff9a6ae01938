import { expect, test } from 'vitest';
import { buildLeader, buildSchool, buildSeason } from '../test/build-season.ts';
import type { Instance } from './instance.ts';
import { readInstance } from './read-instance.ts';

type Json = ReturnType<typeof build>;

function build() {
  return { format: 'psr-schedule/1', ...structuredClone(buildSeason()) };
}

test('a season is read, and what is not known is left out', () => {
  const read = readInstance({ ...build(), weather: 'fine' });
  expect(read).toEqual({ instance: buildSeason() });
});

const faults: [path: string, fault: string, change: (json: Json) => unknown][] = [
  ['/format', 'should be one of psr-schedule/1, not "psr/2"', (json) => (json.format = 'psr/2')],
  ['/name', 'is missing: expected text', (json) => Reflect.deleteProperty(json, 'name')],
  ['/config', 'is missing: expected an object', (json) => Reflect.deleteProperty(json, 'config')],
  ['/config/minHeads', 'should not be more than teamSize', (json) => (json.config.minHeads = 4)],
  ['/config/weights/load', 'should be a whole number, not 1.5', (json) => (json.config.weights.load = 1.5)],
  ['/config/teamSize', 'should be between 1 and 10, not 0', (json) => (json.config.teamSize = 0)],
  [
    '/calendar/windowEnd',
    'should not be before windowStart',
    (json) => (json.calendar.windowEnd = '2026-10-01'),
  ],
  [
    '/calendar/terms/0/start',
    '"2026-02-30" is not a date (YYYY-MM-DD)',
    (json) => (json.calendar.terms[0]!.start = '2026-02-30'),
  ],
  ['/schools/0/id', 'should not be empty', (json) => (json.schools[0]!.id = '')],
  ['/schools/1/id', '"Host" is already at /schools/0', (json) => (json.schools[1]!.id = 'Host')],
  ['/schools/0/clusterIds/0', 'there is no cluster "ivy"', (json) => (json.schools[0]!.clusterIds = ['ivy'])],
  ['/schools/0/clusterIds', 'should hold at least 1', (json) => (json.schools[0]!.clusterIds = [])],
  ['/schools/0/groupId', 'there is no group "x"', (json) => (json.schools[0]!.groupId = 'x')],
  [
    '/schools/0/unavailable/0',
    '"soon" is not a day, a half day or a span of days',
    (json) => json.schools[0]!.unavailable.push('soon'),
  ],
  [
    '/schools/0/unavailable/0',
    '"2026-10-09/2026-10-05" should run forwards, over ten years at most',
    (json) => json.schools[0]!.unavailable.push('2026-10-09/2026-10-05'),
  ],
  ['/leaders/2/schoolIds/0', 'there is no school "Far"', (json) => (json.leaders[2]!.schoolIds = ['Far'])],
  ['/leaders/0/unitId', 'there is no unit "Far"', (json) => (json.leaders[0]!.unitId = 'Far')],
  [
    '/leaders/0/role',
    'should be one of head, deputy, not "cook"',
    (json) => Object.assign(json.leaders[0]!, { role: 'cook' }),
  ],
  [
    '/leaders/0/canLead',
    'should be true or false, not text',
    (json) => Object.assign(json.leaders[0]!, { canLead: 'yes' }),
  ],
  [
    '/leaders/0/trainedOn',
    'should be a date (YYYY-MM-DD), not a number',
    (json) => Object.assign(json.leaders[0]!, { trainedOn: 7 }),
  ],
  [
    '/conflicts/0/leaderId',
    'there is no leader "Nobody"',
    (json) => json.conflicts.push({ leaderId: 'Nobody', schoolId: 'Host' }),
  ],
  ['/units', 'should be a list, not an object', (json) => Object.assign(json, { units: {} })],
  [
    '/previous/0/school',
    '"Ash" has a locked review but does not receive',
    (json) => json.previous.push(lock('Ash', 'Elm head')),
  ],
  ['/previous/0/team/0', 'there is no leader "Nobody"', (json) => json.previous.push(lock('Host', 'Nobody'))],
  [
    '/previous/1/school',
    '"Host" is already at /previous/0',
    (json) => json.previous.push(lock('Host', 'Elm head'), lock('Host', 'Elm head')),
  ],
];

function lock(school: string, lead: string, ...others: string[]) {
  return { school, date: '2026-10-05', team: [lead, ...others], lead, status: 'locked' as const };
}

/** Host and Guest both receive, and Ash too. */
function receiveAll(json: Instance): void {
  json.schools.push(buildSchool('Guest', { receives: true }));
  for (const school of json.schools) school.receives = true;
}

const clashes: [what: string, path: string, fault: string, change: (json: Instance) => unknown][] = [
  [
    'a person in two places',
    '/previous/1',
    '"Elm head" is locked in the reviews of "Host" and "Guest" on 2026-10-05',
    (json) => json.previous.push(lock('Host', 'Elm head'), lock('Guest', 'Elm head')),
  ],
  [
    'two heads out of one school',
    '/previous/1',
    'locked reviews take more people of "Elm" out on 2026-10-05 than it can spare',
    (json) => {
      json.leaders.push(buildLeader('Other Elm head', 'Elm'));
      json.previous.push(lock('Host', 'Elm head'), lock('Guest', 'Other Elm head'));
    },
  ],
  [
    'a head out while their school is reviewed',
    '/previous/0',
    '"Ash head" is locked out on 2026-10-05, the locked review day of "Ash", which they head',
    (json) => json.previous.push(lock('Host', 'Ash head'), lock('Ash', 'Fir head')),
  ],
  [
    'more reviews than a person gives',
    '/previous/1',
    '"Elm head" is locked in more reviews than their maxReviews, 1',
    (json) => {
      leaderOf(json, 'Elm head').maxReviews = 1;
      json.previous.push(lock('Host', 'Elm head'), { ...lock('Guest', 'Elm head'), date: '2026-10-06' });
    },
  ],
  [
    'more days than a unit gives',
    '/previous/0',
    'locked reviews take more days of unit "Elm" than its maxDays, 0',
    (json) => {
      json.units.find(({ id }) => id === 'Elm')!.maxDays = 0;
      json.previous.push(lock('Host', 'Elm head'));
    },
  ],
  [
    'two schools that review each other',
    '/previous/0',
    '"Ash" and "Elm" review each other in locked reviews',
    (json) => json.previous.push(lock('Ash', 'Elm head'), { ...lock('Elm', 'Ash head'), date: '2026-10-06' }),
  ],
];

const leaderOf = (json: Instance, id: string) => json.leaders.find((one) => one.id === id)!;

test.each(clashes)('locks that clash are refused: %s', (_, path, fault, change) => {
  const json = build();
  receiveAll(json);
  expect(readInstance(json)).not.toHaveProperty('faults');
  change(json);
  expect(readInstance(json)).toEqual({ faults: [{ path, fault }] });
});

test('locks side by side are no clash', () => {
  const json = build();
  receiveAll(json);
  json.previous.push(lock('Host', 'Elm head', 'Fir head'), {
    ...lock('Guest', 'Elm head'),
    date: '2026-10-06',
  });
  expect(readInstance(json)).not.toHaveProperty('faults');
});

test.each(faults)('%s %s', (path, fault, change) => {
  const json = build();
  change(json);
  expect(readInstance(json)).toEqual({ faults: expect.arrayContaining([{ path, fault }]) });
});

test.each([[null], [7], ['season'], [[]]])('%j is no season', (json) => {
  expect(readInstance(json)).toHaveProperty('faults');
});
