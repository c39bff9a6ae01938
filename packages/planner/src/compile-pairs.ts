import type { Instance, Leader, School } from './instance.ts';
import { mayReview, type PairFacts, pairCost } from './pairs.ts';

/** The cost of a pair that may not meet. */
export const never = 0x7fffffff;
/** The first bit of a cover mask: this leader can lead. The others are the host's phases, then its focus areas. */
export const leadBit = 1;

/** Who may review whom and at what cost, and which of the host's needs each would meet. */
export function compilePairs(instance: Instance, facts: PairFacts) {
  const { schools, leaders, config, previous } = instance;
  const size = schools.length * leaders.length;
  const pair = new Int32Array(size).fill(never);
  const cover = new Int32Array(size);
  const required = new Int32Array(schools.length);
  const wanted = new Int32Array(schools.length);
  const base = new Int32Array(schools.length);
  const before = new Map(previous.map((review) => [review.school, review]));
  schools.forEach((school, s) => {
    if (!school.receives) return;
    const phases = school.phases.length > 1 ? school.phases : [];
    const needs = needBits(school, phases, config.focusHard);
    required[s] = needs.required;
    wanted[s] = needs.wanted;
    const was = before.get(school.id);
    const change = was && was.status !== 'locked' ? config.weights.changeMember[was.status] : 0;
    const keep = new Set(change > 0 ? was?.team : []);
    base[s] = change * (was?.team.length ?? 0);
    leaders.forEach((leader, l) => {
      if (!mayReview(facts, leader, school)) return;
      pair[s * leaders.length + l] = pairCost(facts, leader, school) - (keep.has(leader.id) ? change : 0);
      cover[s * leaders.length + l] = coverOf(facts, leader, school, phases);
    });
  });
  return { pair, cover, required, wanted, base };
}

function needBits(school: School, phases: readonly string[], focusHard: boolean) {
  let required = leadBit;
  let wanted = 0;
  let bit = leadBit << 1;
  for (const _ of phases) {
    required |= bit;
    bit <<= 1;
  }
  for (const focus of school.focus) {
    if (focus.required && focusHard) required |= bit;
    else wanted |= bit;
    bit <<= 1;
  }
  return { required, wanted };
}

function coverOf(facts: PairFacts, leader: Leader, school: School, phases: readonly string[]): number {
  const homes = facts.homesOf.get(leader.id) ?? [];
  let mask = leader.canLead ? leadBit : 0;
  let bit = leadBit << 1;
  for (const phase of phases) {
    if (homes.some((home) => home.phases.includes(phase))) mask |= bit;
    bit <<= 1;
  }
  for (const { area } of school.focus) {
    if (leader.expertise.includes(area)) mask |= bit;
    bit <<= 1;
  }
  return mask;
}
