import { describe, expect, test } from 'vitest';
import { judgeIsHere, judgeNote, judgeQuickly } from '../test/judge.ts';
import { buildRandomSeason } from '../test/random-season.ts';
import { listCandidateDays } from './calendar.ts';
import { checkReview } from './check-review.ts';
import type { Instance, Review, Schedule } from './instance.ts';
import { listOpenings } from './openings.ts';
import { plan } from './plan.ts';
import { createRandom } from './random.ts';

const put = (schedule: Schedule, review: Review): Schedule => ({
  ...schedule,
  reviews: [...schedule.reviews.filter(({ school }) => school !== review.school), review],
});

function planned(seed: number): { season: Instance; schedule: Schedule } {
  const season = buildRandomSeason(createRandom(seed));
  const schedule = plan(season, { seed, effort: { steps: 1000 } });
  return { season, schedule };
}

test('a plan as it stands keeps every rule, and its own day is among those on which each school could be reviewed', () => {
  let reviews = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const { season, schedule } = planned(seed);
    for (const review of schedule.reviews) {
      expect(checkReview(season, schedule, review), `seed ${seed}`).toEqual([]);
      const own = listOpenings(season, schedule, review.school).find(({ date }) => date === review.date);
      expect(own?.fits, `seed ${seed}`).toBeGreaterThanOrEqual(season.config.teamSize);
      reviews++;
    }
  }
  expect(reviews).toBeGreaterThan(30);
});

/** Each receiving school of some random plans. */
function* someSchools() {
  for (let seed = 1; seed <= 12; seed++) {
    const { season, schedule } = planned(seed);
    const hosts = season.schools.filter(({ receives }) => receives).slice(0, 3);
    for (const { id } of hosts) yield { seed, season, schedule, id };
  }
}

/** Reviews of random plans with the day, a member or the lead put wrong, or not. */
function* changedReviews() {
  for (let seed = 1; seed <= 25; seed++) {
    const { season, schedule } = planned(seed);
    const random = createRandom(100 + seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const days = listCandidateDays(season.calendar).dates;
    for (const old of schedule.reviews.flatMap((review) => Array.from({ length: 6 }, () => review))) {
      const review = { ...old, team: [...old.team] };
      if (random() < 0.5) review.date = pick(days);
      if (random() < 0.5) review.team[pick(review.team.map((_, i) => i))] = pick(season.leaders).id;
      if (random() < 0.2) review.lead = pick(review.team);
      yield { seed, season, schedule, review };
    }
  }
}

const brokenBy = async (season: Instance, schedule: Schedule, review: Review) =>
  Object.keys((await judgeQuickly(season, put(schedule, review))).hardByCode);

describe.skipIf(!judgeIsHere)(`judged by check.mjs${judgeNote}`, () => {
  test('every team that is offered keeps every rule', async () => {
    let offered = 0;
    for (const { seed, season, schedule, id } of someSchools()) {
      for (const { date, team } of listOpenings(season, schedule, id)) {
        if (!team) continue;
        const review = { school: id, date, team: team.members, lead: team.lead };
        expect(checkReview(season, schedule, review)).toEqual([]);
        expect(await brokenBy(season, schedule, review), `seed ${seed}`).toEqual([]);
        offered++;
      }
    }
    expect(offered).toBeGreaterThan(30);
  });

  test('on the days that are left out the school cannot host', async () => {
    let closed = 0;
    for (const { seed, season, schedule, id } of someSchools()) {
      const open = new Set(listOpenings(season, schedule, id).map(({ date }) => date));
      const [any] = schedule.reviews;
      for (const date of any ? listCandidateDays(season.calendar).dates : []) {
        if (!any || open.has(date)) continue;
        const codes = await brokenBy(season, schedule, { school: id, date, team: any.team, lead: any.lead });
        expect(codes.includes('HOSTDAY') || codes.includes('HOSTHEAD'), `seed ${seed}`).toBe(true);
        closed++;
      }
    }
    expect(closed).toBeGreaterThan(10);
  });

  test('a review set by hand is refused exactly when the judge finds a rule broken', async () => {
    const seen = new Set<string>();
    let [kept, broken] = [0, 0];
    for (const { seed, season, schedule, review } of changedReviews()) {
      const codes = await brokenBy(season, schedule, review);
      const found = checkReview(season, schedule, review);
      const told = `seed ${seed}: ${codes} / ${JSON.stringify(found)}`;
      expect(found.length > 0, told).toBe(codes.length > 0);
      if (codes.length === 0) kept++;
      else broken++;
      for (const { code } of found) seen.add(code);
    }
    expect([kept > 50, broken > 100, seen.size > 8]).toEqual([true, true, true]);
  });
});
