import { describe, expect, test } from 'vitest';
import { buildLeader, buildSchool, buildSeason } from '../test/build-season.ts';
import { judge, judgeIsHere } from '../test/judge.ts';
import type { Instance, UnplacedReason } from './instance.ts';
import { plan } from './plan.ts';

type Change = (season: Instance) => unknown;
type Case = [rule: string, change: Change, reasons: UnplacedReason[] | 'placed'];

const school = (season: Instance, id: string) => season.schools.find((one) => one.id === id)!;
const leader = (season: Instance, id: string) => season.leaders.find((one) => one.id === id)!;
const fir = (season: Instance) => school(season, 'Fir');
const firHead = (season: Instance) => leader(season, 'Fir head');
const past = { year: 2024, host: 'Host', fromSchool: 'Fir', leaderId: 'Fir head' };
const week = '2026-10-05/2026-10-09';

const cases: Case[] = [
  ['nothing stands in the way', () => {}, 'placed'],
  ['SIZE: two reviewers are not three', (s) => s.leaders.pop(), ['too-few-reviewers']],
  ['OWN: nobody reviews a home of theirs', (s) => firHead(s).schoolIds.push('Host'), ['too-few-reviewers']],
  ['GROUP: nobody reviews within their trust', (s) => join(s, 'trust'), ['too-few-reviewers']],
  ['GROUP is a rule of the partnership', (s) => (join(s, 'trust').excludeSameGroup = false), 'placed'],
  [
    'CONFLICT of a leader',
    (s) => s.conflicts.push({ leaderId: 'Fir head', schoolId: 'Host' }),
    ['too-few-reviewers'],
  ],
  [
    'CONFLICT of schools',
    (s) => s.conflicts.push({ schoolA: 'Fir', schoolB: 'Host' }),
    ['too-few-reviewers'],
  ],
  [
    'CONFLICT turned round',
    (s) => s.conflicts.push({ schoolA: 'Host', schoolB: 'Fir' }),
    ['too-few-reviewers'],
  ],
  ['COMPETITOR under 5 km', (s) => makeSecondary(s, 4999), ['too-few-reviewers']],
  ['COMPETITOR at 5 km is far enough', (s) => makeSecondary(s, 5000), 'placed'],
  ['AREA: from elsewhere', (s) => (fir(s).area = 'south'), ['too-few-reviewers']],
  ['AREA is a rule of the partnership', (s) => (elsewhere(s).sameArea = false), 'placed'],
  ['CLUSTER: another cluster', (s) => (fir(s).clusterIds = ['yew']), ['too-few-reviewers']],
  ['CLUSTER may be crossed at a cost', (s) => (crossed(s).crossCluster = { primary: 'penalise' }), 'placed'],
  [
    'CLUSTER: crossing a phase too needs its own leave',
    (s) => {
      crossed(s).crossCluster = { primary: 'penalise' };
      fir(s).phases = ['special'];
    },
    ['too-few-reviewers'],
  ],
  [
    'CLUSTER: crossing a phase with leave',
    (s) => {
      crossed(s).crossPhase = { primary: 'penalise' };
      fir(s).phases = ['special'];
    },
    'placed',
  ],
  ['REPEAT within the years', (s) => s.history.push(past), ['too-few-reviewers']],
  ['REPEAT long ago', (s) => s.history.push({ ...past, year: 2023 }), 'placed'],
  [
    'REPEAT of the person only',
    (s) => {
      s.config.repeatLevel = 'person';
      s.history.push({ ...past, leaderId: 'X' });
    },
    'placed',
  ],
  [
    'REPEAT of that person',
    (s) => {
      s.config.repeatLevel = 'person';
      s.history.push(past);
    },
    ['too-few-reviewers'],
  ],
  ['HOME2: not two from one school', (s) => moveToElm(s), ['no-common-day']],
  ['HOME2: two where two may come', (s) => (moveToElm(s).maxPerHomeSchool = 2), 'placed'],
  [
    'OUT: not two from a school that spares one',
    (s) => {
      moveToElm(s).maxPerHomeSchool = 2;
      school(s, 'Elm').maxOut = 1;
    },
    ['no-common-day'],
  ],
  ['HOME2: a head of two schools beside both deputies', (s) => shareHead(s, 1, 2), ['no-common-day']],
  ['HOME2: the same, found from the deputies', (s) => shareHead(s, 0, 2), ['no-common-day']],
  ['HOME2: three together where three may come', (s) => shareHead(s, 1, 3), 'placed'],
  ['HEADS: one head at least', (s) => eachLeader(s, { role: 'deputy' }), ['no-head']],
  ['LEAD: someone who can lead', (s) => eachLeader(s, { canLead: false }), ['no-lead']],
  ['PHASE: each phase of the host', (s) => school(s, 'Host').phases.push('special'), ['no-phase-cover']],
  [
    'FOCUS: required expertise',
    (s) => school(s, 'Host').focus.push({ area: 'send', required: true }),
    ['no-focus-expertise'],
  ],
  [
    'FOCUS that is not required',
    (s) => school(s, 'Host').focus.push({ area: 'send', required: false }),
    'placed',
  ],
  ['DAY: a closed week', (s) => s.calendar.closed.push(...weekDates), ['no-host-day']],
  ['DAY: outside every term', (s) => (s.calendar.terms[0]!.end = '2026-10-02'), ['no-host-day']],
  ['HOSTDAY: inset', (s) => school(s, 'Host').inset.push(...weekDates), ['no-host-day']],
  ['HOSTDAY: unavailable', (s) => school(s, 'Host').unavailable.push(week), ['no-host-day']],
  [
    'HOSTDAY: mornings count',
    (s) => school(s, 'Host').unavailable.push(...weekDates.map((day) => `${day}:am`)),
    ['no-host-day'],
  ],
  ['HOSTDAY: not before', (s) => (school(s, 'Host').notBefore = '2026-10-10'), ['no-host-day']],
  ['HOSTDAY: not after', (s) => (school(s, 'Host').notAfter = '2026-10-04'), ['no-host-day']],
  ['HOSTDAY: on the last day allowed', (s) => (school(s, 'Host').notAfter = '2026-10-05'), 'placed'],
  [
    'PERSONDAY: weekdays',
    (s) => {
      firHead(s).weekdays = [1, 2];
      leader(s, 'Elm head').weekdays = [3, 4, 5];
    },
    ['no-common-day'],
  ],
  ['PERSONDAY: unavailable', (s) => firHead(s).unavailable.push(week), ['no-common-day']],
  ['PERSONDAY: inset at home', (s) => fir(s).inset.push(...weekDates), ['no-common-day']],
  ['TRAINED: never', (s) => (firHead(s).trainedOn = null), ['too-few-reviewers']],
  ['TRAINED: on the last day', (s) => (firHead(s).trainedOn = '2026-10-09'), ['no-common-day']],
  ['TRAINED: the day before the last', (s) => (firHead(s).trainedOn = '2026-10-08'), 'placed'],
  ['CAP: no reviews at all', (s) => (firHead(s).maxReviews = 0), ['too-few-reviewers']],
  [
    'CAP: a unit without days',
    (s) => (s.units.find(({ id }) => id === 'Fir')!.maxDays = 0),
    ['no-common-day'],
  ],
];

const weekDates = ['2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09'];

function join(season: Instance, group: string) {
  for (const id of ['Host', 'Fir']) school(season, id).groupId = group;
  return season.config;
}

function makeSecondary(season: Instance, metres: number): void {
  for (const id of ['Host', 'Fir']) school(season, id).phases = ['secondary'];
  season.config.crossCluster = { secondary: 'penalise' };
  fir(season).e = metres;
}

function elsewhere(season: Instance) {
  fir(season).area = 'south';
  return season.config;
}

function crossed(season: Instance) {
  fir(season).clusterIds = ['yew'];
  return season.config;
}

function moveToElm(season: Instance) {
  Object.assign(firHead(season), { schoolIds: ['Elm'], role: 'deputy' });
  return season.config;
}

/** The only team: the deputies of Ash and Elm, and a head of both. */
function shareHead(season: Instance, minHeads: number, maxPerHomeSchool: number): void {
  Object.assign(season.config, { minHeads, maxPerHomeSchool });
  season.leaders = [
    buildLeader('Ash deputy', 'Ash', { role: 'deputy' }),
    buildLeader('Elm deputy', 'Elm', { role: 'deputy', canLead: false }),
    buildLeader('Both', 'Ash', { schoolIds: ['Ash', 'Elm'], unitId: 'Guest', canLead: false }),
  ];
}

function eachLeader(season: Instance, own: object): void {
  for (const one of season.leaders) Object.assign(one, own);
}

async function planAndJudge(season: Instance) {
  const schedule = plan(season, { seed: 1, effort: { steps: 1000 } });
  if (judgeIsHere) expect((await judge(season, schedule)).hardByCode).toEqual({});
  return schedule;
}

test.each(cases)('%s', async (_, change, reasons) => {
  const season = buildSeason();
  change(season);
  const { unscheduled } = await planAndJudge(season);
  expect(unscheduled).toEqual(reasons === 'placed' ? [] : [{ school: 'Host', reasons }]);
});

/** Host and Guest both receive; each has the heads of Ash, Elm and Fir to choose from. */
function buildTwo(): Instance {
  const season = buildSeason();
  season.schools.push(buildSchool('Guest', { receives: true }));
  return season;
}

const oneDay = (season: Instance) => (season.calendar.windowEnd = season.calendar.windowStart);

/** Guest is reviewed by the deputies' team, Host by the heads', on one day. */
function buildBothRoles(maxOut: number): Instance {
  const season = buildTwo();
  oneDay(season);
  season.config.minHeads = 0;
  for (const id of ['Ash', 'Elm', 'Fir']) {
    school(season, id).maxOut = maxOut;
    season.leaders.push(buildLeader(`${id} deputy`, id, { role: 'deputy' }));
  }
  return season;
}

/** Ash receives as well, and only Host, Elm and Fir can review it. */
function buildMutual(): Instance {
  const season = buildSeason();
  school(season, 'Ash').receives = true;
  season.leaders.push(buildLeader('Host head', 'Host'));
  return season;
}

describe('rules between reviews', () => {
  const between: [string, () => Instance, number][] = [
    ['two reviews by the same team find two days', buildTwo, 2],
    ['DOUBLE: one review a day per person', () => tap(buildTwo(), oneDay), 1],
    ['CAP: reviews of a person', () => tap(buildTwo(), (s) => (firHead(s).maxReviews = 1)), 1],
    [
      'CAP: days of a unit',
      () => tap(buildTwo(), (s) => (s.units.find(({ id }) => id === 'Fir')!.maxDays = 1)),
      1,
    ],
    ['OUT: a school that spares one', () => buildBothRoles(1), 1],
    ['OUT: a head and a deputy of a school that spares two', () => buildBothRoles(2), 2],
    ['OUT: never two deputies', () => tap(buildBothRoles(2), (s) => eachLeader(s, { role: 'deputy' })), 1],
    ['RECIP: two schools do not review each other', buildMutual, 1],
    ['RECIP may be allowed', () => tap(buildMutual(), (s) => (s.config.reciprocal = 'allow')), 2],
    ['HOSTHEAD: the head is at home on the day', () => tap(buildHostHead(), () => {}), 1],
    [
      'HOSTHEAD is a rule of the partnership',
      () => tap(buildHostHead(), (s) => (s.config.hostHeadHome = false)),
      2,
    ],
  ];
  test.each(between)('%s', async (_, build, placed) => {
    expect((await planAndJudge(build())).reviews).toHaveLength(placed);
  });
});

/** On the only day, the head of Ash is needed at Host while Ash itself has a team of others. */
function buildHostHead(): Instance {
  const season = buildSeason();
  oneDay(season);
  season.config.reciprocal = 'allow';
  season.schools.push(...['Oak', 'Bay', 'Yew'].map((id) => buildSchool(id)));
  school(season, 'Ash').receives = true;
  const heads = ['Oak', 'Bay', 'Yew'].map((id) => buildLeader(`${id} head`, id, { unitId: 'Guest' }));
  season.leaders.push(...heads);
  season.conflicts.push(...heads.map(({ id }) => ({ leaderId: id, schoolId: 'Host' })));
  return season;
}

function tap(season: Instance, change: Change): Instance {
  change(season);
  return season;
}

describe('locked reviews', () => {
  test('LOCK: one that breaks today’s rules stays as it is', async () => {
    const season = buildSeason();
    const team = ['Fir head', 'Elm head'];
    season.previous.push({ school: 'Host', date: '2026-10-10', team, lead: 'Elm head', status: 'locked' });
    const { reviews } = await planAndJudge(season);
    expect(reviews).toEqual([{ school: 'Host', date: '2026-10-10', team, lead: 'Elm head' }]);
  });

  test('LOCK: what it uses is not there for others', async () => {
    const season = buildTwo();
    oneDay(season);
    const team = ['Fir head', 'Elm head', 'Ash head'];
    season.previous.push({ school: 'Guest', date: '2026-10-05', team, lead: 'Ash head', status: 'locked' });
    const { reviews, unscheduled } = await planAndJudge(season);
    expect(reviews.map((review) => review.school)).toEqual(['Guest']);
    expect(unscheduled).toEqual([{ school: 'Host', reasons: ['no-common-day'] }]);
  });

  test('an announced review that is still legal is kept', async () => {
    const season = buildSeason();
    const team = ['Fir head', 'Elm head', 'Ash head'];
    season.previous.push({ school: 'Host', date: '2026-10-08', team, lead: 'Elm head', status: 'announced' });
    const { reviews } = await planAndJudge(season);
    expect(reviews).toMatchObject([{ date: '2026-10-08', lead: 'Elm head' }]);
  });
});

test('days that are used up are called short, days that do not meet are called a clash', () => {
  const reasons = (season: Instance) =>
    plan(season, { seed: 1, effort: { steps: 500 } }).unscheduled[0]?.reasons;
  expect(reasons(tap(buildTwo(), (s) => (firHead(s).maxReviews = 1)))).toEqual(['supply-short']);
  expect(reasons(tap(buildTwo(), oneDay))).toEqual(['days-clash']);
});
