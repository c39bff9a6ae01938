import { describe, expect, test } from 'vitest';
import { buildLeader, buildSchool, buildSeason } from '../test/build-season.ts';
import { judgeIsHere, judgeNote, judgeQuickly } from '../test/judge.ts';
import { buildRandomSeason, reopenSeason } from '../test/random-season.ts';
import { listCandidateDays } from './calendar.ts';
import type { Instance, Schedule } from './instance.ts';
import { plan } from './plan.ts';
import { createRandom } from './random.ts';
import { type Fit, type Possible, rankSeat, whyNot } from './rank-seat.ts';

const date = '2026-10-06';
const school = (season: Instance, id: string) => season.schools.find((one) => one.id === id)!;
const leader = (season: Instance, id: string) => season.leaders.find((one) => one.id === id)!;

/**
 * Host is reviewed on Tuesday by the heads of Ash, Elm and Fir; Fir leads. Guest has another head, Gus, who could take
 * a seat; each case breaks one rule for them. Oak is reviewed too, on the day after, by three others.
 */
function buildPlanned(): { season: Instance; schedule: Schedule } {
  const season = buildSeason();
  const others = ['Bay', 'May', 'Ivy'];
  season.schools.push(
    buildSchool('Guest'),
    buildSchool('Oak', { receives: true }),
    ...others.map((id) => buildSchool(id)),
  );
  season.units.push(...['Oak', ...others].map((id) => ({ id, maxDays: 3 })));
  season.leaders.push(buildLeader('Gus', 'Guest'), ...others.map((id) => buildLeader(`${id} head`, id)));
  const heads = (ids: string[]) => ids.map((id) => `${id} head`);
  const reviews = [
    { school: 'Host', date, team: heads(['Ash', 'Elm', 'Fir']), lead: 'Fir head' },
    { school: 'Oak', date: '2026-10-07', team: heads(others), lead: 'Bay head' },
  ];
  return { season, schedule: { instance: 'small', reviews, unscheduled: [] } };
}

/** Another review on Host's day, by Gus and two more. */
function sendGus(season: Instance, schedule: Schedule, host: string, on: string): void {
  school(season, host).receives = true;
  const [oak] = schedule.reviews.filter((review) => review.school === 'Oak');
  schedule.reviews = schedule.reviews.filter((review) => review !== oak);
  school(season, 'Oak').receives = host === 'Oak';
  const team = ['Gus', 'Bay head', 'May head'].filter((id) => leader(season, id).schoolIds[0] !== host);
  if (team.length < 3) team.push('Ivy head');
  schedule.reviews.push({ school: host, date: on, team, lead: team[1]! });
}

type Case = [why: string, change: (season: Instance, schedule: Schedule) => unknown, expected: object];
const gus = (season: Instance) => leader(season, 'Gus');

/** The seat is that of the head of Fir, the last of the team. */
const cases: Case[] = [
  ['nothing stands in the way', () => {}, { code: 'dearer', difference: 0, lead: 'Ash head' }],
  ['OWN', (s) => gus(s).schoolIds.push('Host'), { code: 'OWN', school: 'Host' }],
  [
    'GROUP',
    (s) => {
      for (const id of ['Host', 'Guest']) school(s, id).groupId = 'trust';
    },
    { code: 'GROUP', group: 'trust', school: 'Guest' },
  ],
  [
    'CONFLICT in person',
    (s) => s.conflicts.push({ leaderId: 'Gus', schoolId: 'Host' }),
    { code: 'CONFLICT', school: null },
  ],
  [
    'CONFLICT of schools',
    (s) => s.conflicts.push({ schoolA: 'Host', schoolB: 'Guest' }),
    { code: 'CONFLICT', school: 'Guest' },
  ],
  [
    'COMPETITOR',
    (s) => {
      for (const id of ['Host', 'Guest']) school(s, id).phases.push('secondary');
      school(s, 'Ash').phases.push('secondary');
      school(s, 'Ash').e = 9000;
      school(s, 'Guest').e = 3000;
      school(s, 'Guest').n = 4000 - 1;
    },
    { code: 'COMPETITOR', school: 'Guest', metres: 4999 },
  ],
  ['AREA', (s) => (school(s, 'Guest').area = 'south'), { code: 'AREA', area: 'north' }],
  ['CLUSTER', (s) => (school(s, 'Guest').clusterIds = ['yew']), { code: 'CLUSTER', clusters: ['oak'] }],
  [
    'REPEAT',
    (s) => s.history.push({ year: 2025, host: 'Host', fromSchool: 'Guest', leaderId: 'X' }),
    { code: 'REPEAT', year: 2025 },
  ],
  [
    'RECIP',
    (s, plan) => {
      s.leaders.push(buildLeader('Hal', 'Host'));
      school(s, 'Guest').receives = true;
      leader(s, 'Bay head').maxReviews = 3;
      const team = ['Hal', 'May head', 'Ivy head'];
      plan.reviews.push({ school: 'Guest', date: '2026-10-08', team, lead: 'Hal' });
    },
    { code: 'RECIP', school: 'Guest' },
  ],
  [
    'HOME2',
    (s) => Object.assign(gus(s), { role: 'deputy', schoolIds: ['Elm'] }),
    { code: 'HOME2', school: 'Elm', colleague: 'Elm head' },
  ],
  [
    'HEADS',
    (s) => {
      s.config.minHeads = 3;
      gus(s).role = 'deputy';
    },
    { code: 'HEADS', least: 3 },
  ],
  [
    'LEAD',
    (s) => {
      for (const id of ['Ash head', 'Elm head', 'Gus']) leader(s, id).canLead = false;
    },
    { code: 'LEAD' },
  ],
  [
    'PHASE',
    (s) => {
      for (const id of ['Host', 'Fir']) school(s, id).phases = ['primary', 'special'];
    },
    { code: 'PHASE', phase: 'special' },
  ],
  [
    'FOCUS',
    (s) => {
      school(s, 'Host').focus.push({ area: 'send', required: true });
      leader(s, 'Fir head').expertise.push('send');
    },
    { code: 'FOCUS', area: 'send' },
  ],
  ['PERSONDAY: weekday', (s) => (gus(s).weekdays = [1, 3, 4, 5]), { code: 'PERSONDAY', why: 'weekday' }],
  [
    'PERSONDAY: unavailable',
    (s) => gus(s).unavailable.push(`${date}:pm`),
    { code: 'PERSONDAY', why: 'unavailable' },
  ],
  ['PERSONDAY: inset', (s) => school(s, 'Guest').inset.push(date), { code: 'PERSONDAY', why: 'inset' }],
  ['TRAINED on the day', (s) => (gus(s).trainedOn = date), { code: 'TRAINED', trainedOn: date }],
  ['TRAINED never', (s) => (gus(s).trainedOn = null), { code: 'TRAINED', trainedOn: null }],
  ['DOUBLE', (s, plan) => sendGus(s, plan, 'Oak', date), { code: 'DOUBLE', school: 'Oak' }],
  [
    'OUT',
    (s, plan) => {
      s.leaders.push(buildLeader('Gil', 'Guest', { role: 'deputy' }));
      school(s, 'Guest').maxOut = 1;
      plan.reviews[1] = { ...plan.reviews[1]!, date, team: ['Gil', 'Bay head', 'May head'] };
    },
    { code: 'OUT', school: 'Guest', heads: 0, deputies: 1, most: 1 },
  ],
  [
    'HOSTHEAD',
    (s, plan) => {
      s.config.reciprocal = 'allow';
      school(s, 'Guest').receives = true;
      school(s, 'Oak').receives = false;
      plan.reviews[1] = { ...plan.reviews[1]!, school: 'Guest', date };
    },
    { code: 'HOSTHEAD', school: 'Guest' },
  ],
  ['CAP of the leader', (s) => (gus(s).maxReviews = 0), { code: 'CAP', of: 'leader', given: 0, most: 0 }],
  [
    'CAP of the unit',
    (s) => (s.units.find(({ id }) => id === 'Guest')!.maxDays = 0),
    { code: 'CAP', of: 'unit', given: 0, most: 0 },
  ],
];

/** The schedule with another leader in one seat. A seat that loses the lead gives it to whoever is named. */
function swap(schedule: Schedule, host: string, seat: number, id: string, lead: string): Schedule {
  const reviews = schedule.reviews.map((review) => {
    if (review.school !== host) return review;
    const team = review.team.with(seat, id);
    return { ...review, team, lead: team.includes(lead) ? lead : id };
  });
  return { ...schedule, reviews };
}

describe(`each rule alone keeps a leader out${judgeNote}`, () => {
  test.each(cases)('%s', async (_, change, expected) => {
    const { season, schedule } = buildPlanned();
    season.leaders.find(({ id }) => id === 'Gus')!.unitId = 'Guest';
    change(season, schedule);
    const answer = whyNot(season, schedule, { school: 'Host', seat: 2 }, 'Gus');
    expect(answer).toEqual({ leader: 'Gus', ...expected });
    if (!judgeIsHere) return;
    expect((await judgeQuickly(season, schedule)).hardByCode).toEqual({});
    const swapped = await judgeQuickly(season, swap(schedule, 'Host', 2, 'Gus', 'Ash head'));
    const codes = Object.keys(swapped.hardByCode);
    if (answer.code === 'dearer') expect(codes).toEqual([]);
    else expect(codes).toContain(answer.code);
  });

  test('SIZE: who sits there already, and LOCK: a review that stands', () => {
    const { season, schedule } = buildPlanned();
    const ask = (id: string) => whyNot(season, schedule, { school: 'Host', seat: 2 }, id);
    expect(ask('Elm head')).toEqual({ leader: 'Elm head', code: 'SIZE' });
    season.previous.push({ ...schedule.reviews[0]!, status: 'locked' });
    expect(ask('Gus')).toEqual({ leader: 'Gus', code: 'LOCK' });
  });

  test('a seat, a school or a leader that is not there is refused', () => {
    const { season, schedule } = buildPlanned();
    const ask = (host: string, seat: number, id: string) => () =>
      whyNot(season, schedule, { school: host, seat }, id);
    expect(ask('Host', 3, 'Gus')).toThrow('no seat 3');
    expect(ask('Nowhere', 0, 'Gus')).toThrow('no school Nowhere');
    expect(ask('Ash', 0, 'Gus')).toThrow('Ash receives no review');
    expect(ask('Host', 0, 'Nobody')).toThrow('no leader Nobody');
  });
});

describe('a team in which a seat has become empty', () => {
  const ask = (season: Instance, schedule: Schedule, host: string, seat: number) => {
    const ranking = rankSeat(season, schedule, { school: host, seat });
    if (!ranking.placed) throw new Error(`${host} has no review`);
    return ranking;
  };
  const without = (schedule: Schedule, host: string, id: string): Schedule => ({
    ...schedule,
    reviews: schedule.reviews.map((review) =>
      review.school === host ? { ...review, team: review.team.filter((one) => one !== id) } : review,
    ),
  });

  test('fits the same people as the seat did, by the same differences, and whoever left it', () => {
    let fits = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const season = buildRandomSeason(createRandom(seed));
      const schedule = plan(season, { seed, effort: { steps: 1000 } });
      spare(season);
      for (const { school: host, team } of schedule.reviews) {
        const [leaver = ''] = team;
        const before = ask(season, schedule, host, 0);
        const after = ask(season, without(schedule, host, leaver), host, team.length - 1);
        const own = after.fits.find((one) => one.leader === leaver);
        expect(own, `seed ${seed}`).toBeDefined();
        const others = after.fits.filter((one) => one !== own);
        for (const { leader: id, difference } of before.fits) {
          const found = others.find((one) => one.leader === id);
          expect(found?.difference, `seed ${seed}, ${id}`).toBe(difference + own!.difference);
          fits++;
        }
        expect(others).toHaveLength(before.fits.length);
      }
    }
    expect(fits).toBeGreaterThan(100);
  });

  test('asks nothing of the first who comes while another seat is empty too', () => {
    const { season, schedule } = buildPlanned();
    const two = without(without(schedule, 'Host', 'Elm head'), 'Host', 'Fir head');
    leader(season, 'Ash head').canLead = false;
    gus(season).canLead = false;
    expect(ask(season, two, 'Host', 1).fits.map((one) => one.leader)).toContain('Gus');
    const one = without(schedule, 'Host', 'Fir head');
    leader(season, 'Elm head').canLead = false;
    expect(ask(season, one, 'Host', 2).excluded).toContainEqual({ leader: 'Gus', code: 'LEAD' });
  });
});

describe('a school without a review', () => {
  const rank = (change: (season: Instance) => unknown) => {
    const { season, schedule } = buildPlanned();
    schedule.reviews.shift();
    change(season);
    const ranking = rankSeat(season, schedule, { school: 'Host', seat: 0 });
    return { fits: ranking.fits, gus: ranking.excluded.find(({ leader: id }) => id === 'Gus') };
  };

  test('who could come at all, on how many days', () => {
    const { fits, gus: excluded } = rank(() => {});
    expect(excluded).toBeUndefined();
    expect(fits).toContainEqual({ leader: 'Gus', cost: -120, days: 5 });
    expect(fits).toContainEqual({ leader: 'Bay head', cost: 120, days: 4 });
  });

  test.each<[string, (season: Instance) => unknown, object]>([
    ['HOSTDAY', (s) => (school(s, 'Host').notBefore = '2027-01-01'), { code: 'HOSTDAY', days: 5 }],
    [
      'PERSONDAY on the only host day',
      (s) => {
        school(s, 'Host').notAfter = '2026-10-05';
        gus(s).weekdays = [2];
      },
      { code: 'PERSONDAY', days: 1 },
    ],
    ['TRAINED too late', (s) => (gus(s).trainedOn = '2026-10-09'), { code: 'TRAINED', days: 5 }],
    ['CAP', (s) => (gus(s).maxReviews = 0), { code: 'CAP', of: 'leader', given: 0, most: 0 }],
    ['a rule about the pair', (s) => gus(s).schoolIds.push('Host'), { code: 'OWN', school: 'Host' }],
  ])('%s', (_, change, expected) => {
    expect(rank(change).gus).toEqual({ leader: 'Gus', ...expected });
  });
});

/** All rotations of a team: where a rule about colleagues depends on the order, some order shows it. */
function rotate(schedule: Schedule, host: string): Schedule[] {
  const team = schedule.reviews.find((review) => review.school === host)!.team;
  return team.map((_, turn) => ({
    ...schedule,
    reviews: schedule.reviews.map((review) =>
      review.school === host ? { ...review, team: [...team.slice(turn), ...team.slice(0, turn)] } : review,
    ),
  }));
}

describe.skipIf(!judgeIsHere)(`judged by check.mjs${judgeNote}`, () => {
  test('every fit is legal at exactly the difference, every exclusion is a violation of its code', async () => {
    const seen: Record<string, number> = {};
    for (let seed = 1; seed <= 14; seed++) {
      const random = createRandom(seed);
      const first = buildRandomSeason(random);
      const before = plan(first, { seed, effort: { steps: 1000 } });
      const second = reopenSeason(first, before, random);
      const after = plan(second, { seed, effort: { steps: 1000 } });
      if (seed % 2 === 0) spare(first);
      for (const [season, schedule] of [
        [first, before],
        [second, after],
      ] as const) {
        await checkSeats(season, schedule, seen, `seed ${seed}`);
      }
    }
    expect(seen.fits).toBeGreaterThan(100);
    expect(Object.keys(seen).length).toBeGreaterThan(15);
  });

  test('who could come to a school without a review, on how many days, and what forbids the others', async () => {
    const seen = { fits: 0, excluded: 0 };
    for (let seed = 1; seed <= 14; seed++) {
      const season = buildRandomSeason(createRandom(seed));
      const schedule = plan(season, { seed, effort: { steps: 500 } });
      const open = schedule.unscheduled[0]?.school;
      if (open === undefined) continue;
      const { fits, excluded } = rankSeat(season, schedule, { school: open, seat: 0 });
      for (const one of fits as Possible[]) {
        expect((await tryDays(season, schedule, open, one.leader)).days, `seed ${seed}`).toBe(one.days);
        seen.fits++;
      }
      for (const { leader: id, code } of excluded) {
        const tried = await tryDays(season, schedule, open, id);
        expect(tried.days).toBe(0);
        expect(tried.codes).toContain(code);
        seen.excluded++;
      }
    }
    expect(seen.fits).toBeGreaterThan(10);
    expect(seen.excluded).toBeGreaterThan(100);
  });
});

/** Days to spare once the plan stands, so that more than one could take a seat. */
function spare(season: Instance): void {
  for (const one of season.leaders) one.maxReviews += 2;
  for (const unit of season.units) unit.maxDays += 3;
}

/** The rules that one reviewer alone can break; those about the whole team are not asked of a school without one. */
const aboutTeam = new Set(['SIZE', 'HOME2', 'HEADS', 'LEAD', 'PHASE', 'FOCUS']);

/** On how many days one leader alone could come to a school, and the rules that forbid the other days, by the judge. */
async function tryDays(season: Instance, schedule: Schedule, host: string, id: string) {
  let days = 0;
  const codes = new Set<string>();
  for (const date of listCandidateDays(season.calendar).dates) {
    const review = { school: host, date, team: [id], lead: id };
    const { hardByCode } = await judgeQuickly(season, {
      ...schedule,
      reviews: [...schedule.reviews, review],
    });
    const broken = Object.keys(hardByCode).filter((code) => !aboutTeam.has(code));
    if (broken.length === 0) days++;
    for (const code of broken) codes.add(code);
  }
  return { days, codes: [...codes] };
}

async function checkSeats(season: Instance, schedule: Schedule, seen: Record<string, number>, seed: string) {
  const { total } = (await judgeQuickly(season, schedule)).soft;
  for (const { school: host, team, lead } of schedule.reviews.slice(0, 5)) {
    const seat = team.length - 1;
    const { fits, excluded } = rankSeat(season, schedule, { school: host, seat });
    expect(fits.length + excluded.length).toBe(season.leaders.length);
    for (const one of fits as Fit[]) {
      const verdict = await judgeQuickly(season, swap(schedule, host, seat, one.leader, one.lead));
      expect([verdict.hardByCode, verdict.soft.total - total], `${seed} ${host}`).toEqual([
        {},
        one.difference,
      ]);
      seen.fits = (seen.fits ?? 0) + 1;
    }
    for (const { leader: id, code } of excluded) {
      seen[code] = (seen[code] ?? 0) + 1;
      if (code === 'SIZE') continue;
      const swapped = swap(schedule, host, seat, id, lead);
      const codes = await listCodes(season, code === 'HOME2' ? rotate(swapped, host) : [swapped]);
      expect(codes, `${seed} ${host} ${id}`).toContain(code);
    }
  }
}

async function listCodes(season: Instance, schedules: Schedule[]): Promise<string[]> {
  const verdicts = await Promise.all(schedules.map((one) => judgeQuickly(season, one)));
  return verdicts.flatMap(({ hardByCode }) => Object.keys(hardByCode));
}
