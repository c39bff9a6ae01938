import type { Instance, Review } from '../src/instance.ts';
import { scoreSchedule } from '../src/score.ts';
import { loadQuickJudge } from './judge.ts';

/** The best there is: schools left out, and the soft cost with so many left out. */
export interface Optimum {
  unplaced: number;
  cost: number;
}

/**
 * Tries every legal schedule of a tiny season: each school without a review, or with any team on any day that the judge
 * finds legal by itself; two at a time and at the end all together are put before the judge again.
 */
export async function tryEverything(season: Instance): Promise<Optimum> {
  const judge = await loadQuickJudge();
  const isLegal = (reviews: Review[]) =>
    judge(season, { instance: season.name, reviews, unscheduled: [] }).hard === 0;
  const hosts = season.schools.filter(({ receives }) => receives);
  const options = hosts.map(({ id }) => listReviews(season, id).filter((review) => isLegal([review])));
  const together = new Map<Review, Set<Review>>();
  options.forEach((own, h) => {
    for (const one of own) {
      const others = options.slice(h + 1).flat();
      together.set(one, new Set(others.filter((other) => isLegal([one, other]))));
    }
  });
  let best: Optimum = { unplaced: hosts.length + 1, cost: 0 };
  const weigh = (chosen: Review[], open: number) => {
    if (!isLegal(chosen)) return;
    const { total } = scoreSchedule(season, { instance: season.name, reviews: chosen, unscheduled: [] });
    if (open < best.unplaced || total < best.cost) best = { unplaced: open, cost: total };
  };
  const extend = (h: number, chosen: Review[], open: number) => {
    if (open > best.unplaced) return;
    if (h === hosts.length) {
      weigh(chosen, open);
      return;
    }
    const fits = (review: Review) => chosen.every((other) => together.get(other)?.has(review));
    for (const review of (options[h] ?? []).filter(fits)) extend(h + 1, [...chosen, review], open);
    extend(h + 1, chosen, open + 1);
  };
  extend(0, [], 0);
  return best;
}

/** Every team on every date for one school, led by the first who can. */
function listReviews({ leaders, config, calendar }: Instance, school: string): Review[] {
  const dates = listDates(calendar.windowStart, calendar.windowEnd);
  const teams = chooseTeams(
    leaders.map(({ id }) => id),
    config.teamSize,
  );
  const able = new Set(leaders.flatMap(({ id, canLead }) => (canLead ? [id] : [])));
  return teams.flatMap((team) => {
    const lead = team.find((id) => able.has(id));
    return lead === undefined ? [] : dates.map((date) => ({ school, date, team, lead }));
  });
}

function listDates(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000) {
    dates.push(new Date(time).toISOString().slice(0, 10));
  }
  return dates;
}

function chooseTeams(ids: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return ids.flatMap((id, k) => chooseTeams(ids.slice(k + 1), size - 1).map((rest) => [id, ...rest]));
}
