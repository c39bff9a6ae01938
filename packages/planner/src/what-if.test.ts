import { describe, expect, test } from 'vitest';
import { buildLeader, buildSchool, buildSeason } from '../test/build-season.ts';
import { judgeIsHere, judgeNote, judgeQuickly } from '../test/judge.ts';
import { buildRandomSeason, reopenSeason } from '../test/random-season.ts';
import { applyChange, type Change } from './changes.ts';
import { compareSchedules } from './compare.ts';
import type { Instance, Review, Schedule } from './instance.ts';
import { plan as planSeason } from './plan.ts';
import { createRandom, pick } from './random.ts';
import { findRelaxations } from './relaxations.ts';
import { continueFrom, whatIf } from './what-if.ts';

const plan = (season: Instance) => planSeason(season, { seed: 1, effort: { steps: 600 } });
const team = ['Ash head', 'Elm head', 'Fir head'];
const hostReview: Review = { school: 'Host', date: '2026-10-06', team, lead: 'Fir head' };
const scheduleOf = (...reviews: Review[]): Schedule => ({ instance: 'small', reviews, unscheduled: [] });

describe('two schedules side by side', () => {
  const season = buildSeason();
  season.schools.push(buildSchool('Guest', { receives: true }), buildSchool('Oak', { receives: true }));
  season.leaders.push(buildLeader('Gus', 'Guest'), buildLeader('Oak head', 'Oak', { unitId: 'Guest' }));
  const guest: Review = { school: 'Guest', date: '2026-10-07', team, lead: 'Fir head' };

  test('the same in another order is no difference', () => {
    const other = { ...hostReview, team: [...team].reverse() };
    const { placed, unplaced, changed, told, before, after } = compareSchedules(
      season,
      scheduleOf(hostReview, guest),
      scheduleOf(guest, other),
    );
    expect([placed, unplaced, changed, told]).toEqual([[], [], [], { schools: 0, people: 0 }]);
    expect(after).toEqual(before);
  });

  test('another lead alone is a change that the school and the team hear of', () => {
    const other = { ...hostReview, lead: 'Ash head' };
    const { changed, told } = compareSchedules(season, scheduleOf(hostReview), scheduleOf(other));
    expect(changed).toMatchObject([
      { lead: { before: 'Fir head', after: 'Ash head' }, joins: [], leaves: [] },
    ]);
    expect(told).toEqual({ schools: 1, people: 3 });
  });

  test('names what is placed, unplaced and changed, and counts who hears of it', () => {
    const moved = {
      ...hostReview,
      date: '2026-10-08',
      team: ['Gus', 'Elm head', 'Fir head'],
      lead: 'Elm head',
    };
    const oak = { ...guest, school: 'Oak', team: ['Gus', ...team.slice(1)] };
    const difference = compareSchedules(season, scheduleOf(hostReview, guest), scheduleOf(moved, oak));
    expect(difference).toMatchObject({
      placed: ['Oak'],
      unplaced: ['Guest'],
      changed: [
        {
          school: 'Host',
          date: { before: '2026-10-06', after: '2026-10-08' },
          lead: { before: 'Fir head', after: 'Elm head' },
          joins: ['Gus'],
          leaves: ['Ash head'],
        },
      ],
      told: { schools: 3, people: 4 },
    });
    expect(difference.before.unplaced).toBe(1);
  });
});

test('a schedule goes in as draft, as announced where it was, and locks stay as they are', () => {
  const season = buildSeason();
  const lock = { ...hostReview, status: 'locked' } as const;
  const announced = { ...hostReview, school: 'A', status: 'announced' } as const;
  const dropped = { ...hostReview, school: 'B', status: 'announced' } as const;
  season.previous = [lock, announced, dropped];
  const reviews = [
    { ...hostReview, date: '2026-10-09' },
    { ...hostReview, school: 'A', lead: 'Ash head' },
  ];
  const { previous } = continueFrom(season, scheduleOf(...reviews, { ...hostReview, school: 'C' }));
  expect(previous).toEqual([
    lock,
    { ...announced, lead: 'Ash head' },
    { ...hostReview, school: 'C', status: 'draft' },
  ]);
});

describe('what if', () => {
  test('a fault comes back as it is', () => {
    const change: Change = { kind: 'add-day', leaderId: 'X' };
    expect(whatIf(buildSeason(), scheduleOf(), change, { plan })).toEqual({
      fault: { field: 'leaderId', code: 'unknown' },
    });
  });

  test('a day opened is counted in the score of after', () => {
    const season = buildSeason();
    season.calendar.closed = ['2026-10-06'];
    season.schools[0]!.preferred = ['2026-10-06'];
    season.config.weights = { ...season.config.weights, changeDate: { announced: 0, draft: 0 } };
    const before = plan(season);
    const answer = whatIf(season, before, { kind: 'add-candidate-day', date: '2026-10-06' }, { plan });
    if ('fault' in answer) throw new Error('no day');
    expect(answer.difference.before.date).toBe(80);
    expect(answer.schedule.reviews[0]!.date).toBe('2026-10-06');
    expect(answer.difference.after.date).toBe(0);
  });

  test('one who drops out is replaced where somebody is free, and nobody else hears of it', () => {
    const season = buildSeason();
    season.schools.push(buildSchool('Guest'));
    season.leaders.push(buildLeader('Gus', 'Guest'));
    const answer = whatIf(
      season,
      scheduleOf(hostReview),
      { kind: 'drop-out', leaderId: 'Fir head' },
      { plan },
    );
    expect(answer).toMatchObject({
      difference: {
        placed: [],
        unplaced: [],
        changed: [{ school: 'Host', joins: ['Gus'], leaves: ['Fir head'] }],
        told: { schools: 1, people: 4 },
      },
    });
  });
});

/** Small seasons with a plan, first or in mid-year, and one choice each of a review and a member of its team. */
function* listPlanned() {
  for (let seed = 1; seed <= 30; seed++) {
    const random = createRandom(seed);
    const first = buildRandomSeason(random);
    const season = seed % 2 === 0 ? first : reopenSeason(first, plan(first), random);
    const schedule = plan(season);
    const review = schedule.reviews[pick(random, schedule.reviews.length)];
    if (review)
      yield { seed, season, schedule, review, leaderId: review.team[pick(random, review.team.length)]! };
  }
}

describe('over small seasons', () => {
  test('whoever is barred from a school is not sent there', () => {
    let barred = 0;
    for (const { season, schedule, review, leaderId } of listPlanned()) {
      const answer = whatIf(season, schedule, { kind: 'bar', leaderId, schoolId: review.school }, { plan });
      if ('fault' in answer) continue;
      const after = answer.schedule.reviews.find(({ school }) => school === review.school);
      expect(after?.team ?? []).not.toContain(leaderId);
      barred++;
    }
    expect(barred).toBeGreaterThan(10);
  });

  test('a pin stays, and nobody who drops out is sent anywhere', () => {
    let pinned = 0;
    for (const { season, schedule, review, leaderId } of listPlanned()) {
      const pin: Change = { kind: 'pin', ...review };
      const answer = whatIf(season, schedule, pin, { plan });
      if ('fault' in answer) continue;
      expect(answer.schedule.reviews).toContainEqual(review);
      const out = whatIf(season, schedule, { kind: 'drop-out', leaderId }, { plan });
      if ('fault' in out) throw new Error('nobody drops out');
      expect(out.schedule.reviews.flatMap((one) => one.team)).not.toContain(leaderId);
      pinned++;
    }
    expect(pinned).toBeGreaterThan(10);
  });

  test.skipIf(!judgeIsHere)(`both scores are the judge's${judgeNote}`, async () => {
    for (const { seed, season, schedule, review, leaderId } of listPlanned()) {
      const change: Change = { kind: 'bar', leaderId, schoolId: review.school };
      const answer = whatIf(season, schedule, change, { plan });
      if ('fault' in answer) continue;
      const verdicts = [await judgeQuickly(season, schedule), await judgeQuickly(season, answer.schedule)];
      const { before, after } = answer.difference;
      expect([before, after], `seed ${seed}`).toEqual(
        verdicts.map(({ unscheduled, soft }) => ({ unplaced: unscheduled, ...soft })),
      );
      expect(verdicts.map(({ hardByCode }) => hardByCode)).toEqual([{}, {}]);
    }
  });
});

describe('the least relaxation', () => {
  const relax = (change: (season: Instance) => unknown, limit = 9) => {
    const season = buildSeason();
    change(season);
    return findRelaxations(season, plan(season), 'Host', { plan, limit });
  };
  const kinds = (found: { change: Change }[]) => found.map(({ change }) => change);

  test.each<[string, (season: Instance) => unknown, Change[]]>([
    [
      'a day more from one leader',
      (s) => Object.assign(s.leaders[2]!, { maxReviews: 0 }),
      [{ kind: 'add-day', leaderId: 'Fir head' }],
    ],
    [
      'a repeat',
      (s) => s.history.push({ year: 2025, host: 'Host', fromSchool: 'Fir', leaderId: 'X' }),
      [{ kind: 'allow-repeat', leaderId: 'Fir head', schoolId: 'Host' }],
    ],
    [
      'another cluster',
      (s) => (s.schools[3]!.clusterIds = ['yew']),
      [{ kind: 'allow-cluster', schoolId: 'Host' }],
    ],
    [
      'another date',
      (s) => (s.schools[0]!.notAfter = '2026-10-01'),
      [{ kind: 'free-dates', schoolId: 'Host' }],
    ],
    [
      'a team led by deputies',
      (s) => {
        for (const one of s.leaders) one.role = 'deputy';
      },
      [{ kind: 'relax-rule', key: 'minHeads', value: 0 }],
    ],
    [
      'a focus area',
      (s) => s.schools[0]!.focus.push({ area: 'send', required: true }),
      [{ kind: 'soften-focus', schoolId: 'Host', area: 'send' }],
    ],
    [
      'the same group',
      (s) => {
        for (const one of [s.schools[0]!, s.schools[3]!]) one.groupId = 'trust';
      },
      [{ kind: 'allow-group', schoolId: 'Host' }],
    ],
    ['none, where two rules stand in the way', (s) => (s.leaders = []), []],
  ])('%s', (_, change, expected) => {
    const found = relax(change);
    expect(kinds(found)).toEqual(expected);
    for (const one of found) {
      expect(one).toMatchObject({ placed: 'Host', othersTouched: 0 });
      expect(one.schedule.reviews.map(({ school }) => school)).toEqual(['Host']);
      expect(one.schedule.unscheduled).toEqual([]);
    }
  });

  test('a day more counts only if it comes from the leader who is asked, not from a colleague', () => {
    const found = relax((s) => {
      Object.assign(s.leaders[2]!, { maxReviews: 0, unitId: 'Guest', avoid: ['2026-10-05'] });
      s.schools[3]!.e = 90_000;
      s.schools.push(buildSchool('Guest'));
      s.leaders.push(buildLeader('Gus', 'Guest'));
      s.units.find(({ id }) => id === 'Guest')!.maxDays = 0;
    });
    expect(kinds(found)).toEqual([{ kind: 'add-day', leaderId: 'Gus' }]);
  });

  test('no more than are asked for, and none for a school that has a review', () => {
    const short = (s: Instance) => {
      s.leaders[2]!.maxReviews = 0;
      s.leaders[1]!.maxReviews = 0;
      s.leaders.push(buildLeader('Gus', 'Guest', { maxReviews: 0 }), buildLeader('Bay', 'Bay'));
      s.schools.push(buildSchool('Guest'), buildSchool('Bay'));
      s.units.push({ id: 'Bay', maxDays: 3 });
    };
    expect(relax(short, 9)).toHaveLength(3);
    expect(relax(short, 2)).toHaveLength(2);
    const season = buildSeason();
    expect(() => findRelaxations(season, plan(season), 'Host', { plan, limit: 1 })).toThrow('has a review');
  });

  test.skipIf(!judgeIsHere)(`is legal once it is granted, and costs what is said${judgeNote}`, async () => {
    let found = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const season = buildRandomSeason(createRandom(seed));
      const schedule = plan(season);
      const [open] = schedule.unscheduled;
      if (open === undefined) continue;
      const before = await judgeQuickly(season, schedule);
      for (const one of findRelaxations(season, schedule, open.school, { plan, limit: 2 })) {
        const granted = applyChange(season, one.change);
        if ('fault' in granted) throw new Error('not granted');
        const after = await judgeQuickly(season, one.schedule);
        expect((await judgeQuickly(granted.instance, one.schedule)).hardByCode, `seed ${seed}`).toEqual({});
        expect(after.unscheduled).toBeLessThan(before.unscheduled);
        expect(after.soft.total - before.soft.total).toBe(one.costDifference);
        found++;
      }
    }
    expect(found).toBeGreaterThan(8);
  });
});
