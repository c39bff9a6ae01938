import { readFile, writeFile } from 'node:fs/promises';
import type {
  Instance,
  Leader,
  PreviousReview,
  Review,
  Schedule,
} from '../../packages/planner/src/instance.ts';
import { indexPairFacts, mayReview } from '../../packages/planner/src/pairs.ts';
import { plan } from '../../packages/planner/src/plan.ts';
import { createRandom } from '../../packages/planner/src/random.ts';
import { type Figure, median } from '../measure.ts';
import { createDice } from './dice.ts';
import { planFile } from './engine.ts';
import { judgeFiles, loadCheck } from './judge.ts';
import { type Folder, openFolder, round } from './run.ts';
import { pathOf, readSeason } from './seasons.ts';

const dropouts = 5;
const fullSeconds = 60;
const bar = 0.01;

export const dropoutNames = ['planner-dropout'];

/** How much of a published season is locked; the rest is announced. */
type Publishing = 'announced' | 'half-locked';

interface Dropout {
  publishing: Publishing;
  leader: Leader;
  review: Review;
  season: Instance;
}

type Judge = Awaited<ReturnType<typeof loadCheck>>;

/**
 * A published county, planned for 20 s, from which one reviewer drops out for good, where somebody is free to take that
 * seat and nothing else need change. The value is the time to the engine's first answer over that of a full plan (60 s);
 * it counts only if that answer, and that of the command line with two seconds, breaks no rule and touches no other
 * review. Five dropouts with everything announced, the same number with every other review locked.
 */
export async function* dropoutFigures(): AsyncGenerator<Figure> {
  await using folder = await openFolder();
  const file = pathOf('pub-04', 'instance');
  const season = await readSeason(file);
  const { schedule } = await planFile(folder, file, { seconds: 20, seed: 1 });
  const planned: Schedule = JSON.parse(await readFile(schedule, 'utf8'));
  const judge = await loadCheck();
  const cases = (['announced', 'half-locked'] as const).flatMap((publishing) =>
    chooseDropouts(season, planned, publishing, judge),
  );
  const runs = [];
  for (const one of cases) runs.push(await measure(folder, judge, planned, one));
  const value = median(runs.map((run) => run.firstSeconds)) / fullSeconds;
  const areClean = runs.every(({ first, after2s }) => isClean(first) && isClean(after2s));
  yield {
    name: 'planner-dropout',
    value,
    unit: 'of the time of a full plan to the first answer',
    bar,
    ok: runs.length === 2 * dropouts && areClean && value <= bar,
    mostTouchedFirst: Math.max(...runs.map(({ first }) => first.touched)),
    mostTouchedAfter2s: Math.max(...runs.map(({ after2s }) => after2s.touched)),
    runs,
  };
}

const isClean = (answer: { hard: number; touched: number; isMended: boolean }) =>
  answer.hard === 0 && answer.touched === 0 && answer.isMended;

/** The engine's first answer, as a caller of the package gets it. */
function replan(season: Instance): Schedule {
  return plan(season, { seed: 1, effort: { steps: 256 } });
}

async function measure(folder: Folder, judge: Judge, planned: Schedule, one: Dropout) {
  const { publishing, leader, review, season } = one;
  const began = performance.now();
  const answer = replan(season);
  const firstSeconds = (performance.now() - began) / 1000;
  const instance = folder.file('instance.json');
  await writeFile(instance, JSON.stringify({ format: 'psr-schedule/1', ...season }));
  const { schedule, seconds } = await planFile(folder, instance, { seconds: 2, seed: 1 });
  const later: Schedule = JSON.parse(await readFile(schedule, 'utf8'));
  const verdict = await judgeFiles(folder, instance, schedule);
  return {
    publishing,
    leader: leader.id,
    school: review.school,
    firstSeconds: round(firstSeconds, 3),
    first: { hard: judge(season, answer).hard, ...compare(planned, answer, review) },
    after2s: { seconds: round(seconds), hard: verdict.hard, ...compare(planned, later, review) },
  };
}

const sameReview = (a: Review, b: Review) =>
  a.date === b.date && a.lead === b.lead && a.team.toSorted().join() === b.team.toSorted().join();

/** Other reviews whose date, team or lead is not what it was (or that are gone), and whether the review was mended. */
function compare(before: Schedule, after: Schedule, dropped: Review) {
  const now = new Map(after.reviews.map((review) => [review.school, review]));
  const isTouched = (review: Review) => {
    const same = now.get(review.school);
    return same === undefined || !sameReview(review, same);
  };
  const others = before.reviews.filter(({ school }) => school !== dropped.school);
  const mended = now.get(dropped.school);
  return {
    touched: others.filter(isTouched).length,
    isMended: mended !== undefined,
    keepsDay: mended?.date === dropped.date,
  };
}

/** Reviewers with one open review each, in whose seat the judge accepts somebody else with nothing else changed. */
function chooseDropouts(
  season: Instance,
  planned: Schedule,
  publishing: Publishing,
  judge: Judge,
): Dropout[] {
  const dice = createDice(createRandom(publishing === 'announced' ? 11 : 12), []);
  const found: Dropout[] = [];
  for (const leader of dice.shuffle(season.leaders)) {
    if (found.length === dropouts) break;
    const [review, ...more] = planned.reviews.filter(({ team }) => team.includes(leader.id));
    if (review === undefined || more.length > 0) continue;
    const after = dropOut(season, planned, publishing, leader, review);
    if (after && hasSubstitute(after, planned, leader, review, judge))
      found.push({ publishing, leader, review, season: after });
  }
  return found;
}

/** The published season without the leader, or nothing if the review itself is locked. */
function dropOut(
  season: Instance,
  { reviews }: Schedule,
  publishing: Publishing,
  { id }: Leader,
  { school }: Review,
): Instance | undefined {
  const { windowStart, windowEnd } = season.calendar;
  const previous = reviews.map((review, i): PreviousReview => {
    const isLocked = publishing === 'half-locked' && i % 2 === 0;
    return { ...review, status: isLocked ? 'locked' : 'announced' };
  });
  if (previous.some((review) => review.school === school && review.status === 'locked')) return undefined;
  const leaders = season.leaders.map((one) =>
    one.id === id ? { ...one, unavailable: [...one.unavailable, `${windowStart}/${windowEnd}`] } : one,
  );
  return { ...season, leaders, previous };
}

function hasSubstitute(
  season: Instance,
  planned: Schedule,
  gone: Leader,
  review: Review,
  judge: Judge,
): boolean {
  const facts = indexPairFacts(season);
  const host = season.schools.find(({ id }) => id === review.school);
  const able = new Set(season.leaders.flatMap(({ id, canLead }) => (canLead ? [id] : [])));
  return season.leaders.some((other) => {
    if (host === undefined || review.team.includes(other.id) || !mayReview(facts, other, host)) return false;
    const team = review.team.map((id) => (id === gone.id ? other.id : id));
    const lead = team.includes(review.lead) ? review.lead : team.find((id) => able.has(id));
    if (lead === undefined) return false;
    const reviews = planned.reviews.map((one) => (one === review ? { ...review, team, lead } : one));
    return judge(season, { ...planned, reviews }).hard === 0;
  });
}
