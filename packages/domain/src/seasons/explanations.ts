/** The hard rules that can keep a leader out of a seat, as the planner names them. */
export const exclusionCodes = [
  'SIZE',
  'LOCK',
  'OWN',
  'GROUP',
  'CONFLICT',
  'COMPETITOR',
  'AREA',
  'CLUSTER',
  'REPEAT',
  'RECIP',
  'HOME2',
  'HEADS',
  'LEAD',
  'PHASE',
  'FOCUS',
  'HOSTDAY',
  'PERSONDAY',
  'TRAINED',
  'DOUBLE',
  'OUT',
  'HOSTHEAD',
  'CAP',
] as const;
export type ExclusionCode = (typeof exclusionCodes)[number];

/** What another reviewer would mean for the plan, where `further` is almost all of it. */
export const comparisons = ['as-good', 'further', 'little-worse', 'worse', 'much-worse'] as const;
export type Comparison = (typeof comparisons)[number];

/** In cost points; 100 are as bad as ten more kilometres of travel. */
const little = 100;
const much = 400;
/** Travel explains a difference when it is so near to it. */
const explains = 0.2;

/**
 * How a difference in the plan's cost is told. The kilometres are named only where travel is the reason: elsewhere the
 * load of people or clusters play a part, and a distance would say too much or too little.
 */
export function compareSeat({ difference, travel }: { difference: number; travel: number }): Comparison {
  if (difference <= 0) return 'as-good';
  if (travel > 0 && Math.abs(difference - travel) <= explains * difference) return 'further';
  if (difference <= little) return 'little-worse';
  return difference <= much ? 'worse' : 'much-worse';
}
