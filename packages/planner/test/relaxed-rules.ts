import type { Config } from '../src/instance.ts';

/** Each takes one rule away, or part of it. */
export const relaxed: [rule: string, change: Partial<Config>][] = [
  ['GROUP', { excludeSameGroup: false }],
  ['COMPETITOR', { competitorKm: 0 }],
  ['CLUSTER', { crossCluster: { primary: 'penalise', secondary: 'penalise' } }],
  ['CLUSTER of another phase', { crossPhase: { primary: 'penalise', secondary: 'penalise' } }],
  ['REPEAT', { repeatYears: -1 }],
  ['RECIP', { reciprocal: 'allow' }],
  ['HOME2', { maxPerHomeSchool: 10 }],
  ['HEADS', { minHeads: 0 }],
  ['FOCUS', { focusHard: false }],
  ['HOSTHEAD', { hostHeadHome: false }],
];
