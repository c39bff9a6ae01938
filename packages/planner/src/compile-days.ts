import { type CandidateDays, dayNumber, expandSpans, weekday } from './calendar.ts';
import { setDay } from './columns.ts';
import type { Instance, PreviousReview, School, Weights } from './instance.ts';
import type { PairFacts } from './pairs.ts';

/** The days a school can host (HOSTDAY), and what each costs. */
export function compileHostDays(
  { schools, previous, config: { weights } }: Instance,
  calendar: CandidateDays,
) {
  const { days, weekOf } = calendar;
  const words = Math.max(1, Math.ceil(days.length / 32));
  const hostDays = new Int32Array(schools.length * words);
  const dateCost = new Int32Array(schools.length * days.length);
  const before = new Map(previous.map((review) => [review.school, review]));
  schools.forEach((school, s) => {
    const blocked = expandSpans([...school.inset, ...school.unavailable]);
    const first = school.notBefore === null ? -Infinity : dayNumber(school.notBefore);
    const last = school.notAfter === null ? Infinity : dayNumber(school.notAfter);
    const costOf = createDateCost(school, before.get(school.id), weights);
    days.forEach((day, d) => {
      setDay(hostDays, s * words, d, !blocked.has(day) && first <= day && day <= last);
      dateCost[s * days.length + d] = costOf(day, weekOf[d] ?? 0);
    });
  });
  return { hostDays, dateCost };
}

/** What a day costs one school: not preferred, avoided, late for an early school, another than was planned. */
function createDateCost(school: School, was: PreviousReview | undefined, weights: Weights) {
  const preferred = new Set(school.preferred.map(dayNumber));
  const avoided = new Set(school.avoid.map(dayNumber));
  const planned = was && was.status !== 'locked' ? dayNumber(was.date) : null;
  const change = was && was.status !== 'locked' ? weights.changeDate[was.status] : 0;
  return (day: number, week: number) => {
    let cost = preferred.size > 0 && !preferred.has(day) ? weights.prefMiss : 0;
    if (avoided.has(day)) cost += weights.avoid;
    if (school.priority === 'early') cost += weights.early * week;
    return planned !== null && planned !== day ? cost + change : cost;
  };
}

/** The days a leader can be out (PERSONDAY, TRAINED), and those they would rather not. */
export function compileLeaderDays({ leaders }: Instance, facts: PairFacts, { days }: CandidateDays) {
  const words = Math.max(1, Math.ceil(days.length / 32));
  const leaderDays = new Int32Array(leaders.length * words);
  const leaderAvoids = new Int32Array(leaders.length * words);
  leaders.forEach((leader, l) => {
    const insets = (facts.homesOf.get(leader.id) ?? []).flatMap(({ inset }) => inset);
    const blocked = expandSpans([...leader.unavailable, ...insets]);
    const avoided = new Set(leader.avoid.map(dayNumber));
    const trained = leader.trainedOn === null ? Infinity : dayNumber(leader.trainedOn);
    days.forEach((day, d) => {
      const free = trained < day && leader.weekdays.includes(weekday(day)) && !blocked.has(day);
      setDay(leaderDays, l * words, d, free);
      setDay(leaderAvoids, l * words, d, avoided.has(day));
    });
  });
  return { leaderDays, leaderAvoids };
}
