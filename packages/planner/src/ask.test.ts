import { expect, test } from 'vitest';
import { buildSchool, buildSeason } from '../test/build-season.ts';
import { explainInProcess, findRelaxationsInProcess, rankSeatInProcess } from './ask.ts';
import { explain } from './explain.ts';
import { plan } from './plan.ts';
import { rankSeat } from './rank-seat.ts';

const season = buildSeason();
const schedule = plan(season, { seed: 1, effort: { steps: 1000 } });
const [review] = schedule.reviews;
const school = review?.school ?? '';
/** The same season with a school of its own cluster, that nobody may review. */
const wider = { ...season, schools: [...season.schools, buildSchool('lonely', { clusterIds: ['nowhere'] })] };
const short = { ...schedule, unscheduled: [{ school: 'lonely', reasons: [] }] };

test('a process gives the answers that are given here', async () => {
  expect(await explainInProcess(season, schedule)).toEqual(explain(season, schedule));
  const choice = { school, seat: 1 };
  expect(await rankSeatInProcess(season, schedule, choice)).toEqual(rankSeat(season, schedule, choice));
});

test('a process that is asked about a seat that is not there rejects', async () => {
  await expect(rankSeatInProcess(season, schedule, { school, seat: 9 })).rejects.toThrow('has no seat 9');
  await expect(
    findRelaxationsInProcess(season, schedule, { school, limit: 1 }, new AbortController().signal),
  ).rejects.toThrow('has a review');
});

test('a search for what would place a school is given up as soon as it is stopped', async () => {
  const stop = new AbortController();
  const choice = { school: 'lonely', limit: 3 };
  const looking = findRelaxationsInProcess(wider, short, choice, stop.signal);
  stop.abort();
  expect(await looking).toBeNull();
  expect(await findRelaxationsInProcess(wider, short, choice, stop.signal)).toBeNull();
});
