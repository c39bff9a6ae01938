/** What the engine takes and gives: psr-schedule/1. Dates are ISO strings, coordinates whole metres, costs integers. */

export const roles = ['head', 'deputy'] as const;
export type Role = (typeof roles)[number];

export const previousStatuses = ['locked', 'announced', 'draft'] as const;
export type PreviousStatus = (typeof previousStatuses)[number];

export interface Weights {
  travel: number;
  longTrip: number;
  /** Where a long trip starts, in hundreds of metres. */
  longTripFrom: number;
  crossCluster: number;
  phaseMismatch: number;
  dissimilarity: number;
  load: number;
  early: number;
  prefMiss: number;
  avoid: number;
  leaderAvoid: number;
  focusMiss: number;
  spread: number;
  changeDate: { announced: number; draft: number };
  changeMember: { announced: number; draft: number };
}

export type Crossing = 'forbid' | 'penalise';

export interface Config {
  teamSize: number;
  minHeads: number;
  maxPerHomeSchool: number;
  excludeSameGroup: boolean;
  competitorKm: number;
  competitorPhases: string[];
  reciprocal: 'forbid' | 'allow';
  repeatYears: number;
  repeatLevel: 'school' | 'person';
  crossCluster: Record<string, Crossing>;
  crossPhase: Record<string, Crossing>;
  sameArea: boolean;
  hostHeadHome: boolean;
  focusHard: boolean;
  weights: Weights;
}

export interface Calendar {
  /** 2026 is the school year 2026/27. */
  year: number;
  windowStart: string;
  windowEnd: string;
  terms: { id: string; start: string; end: string }[];
  closed: string[];
}

export interface School {
  id: string;
  name: string;
  area: string;
  phases: string[];
  /** The first is the main cluster. */
  clusterIds: string[];
  groupId: string | null;
  e: number;
  n: number;
  features: number[];
  receives: boolean;
  maxOut: number;
  inset: string[];
  unavailable: string[];
  preferred: string[];
  avoid: string[];
  priority: 'early' | null;
  notBefore: string | null;
  notAfter: string | null;
  focus: { area: string; required: boolean }[];
}

export interface Leader {
  id: string;
  name: string;
  role: Role;
  schoolIds: string[];
  unitId: string;
  maxReviews: number;
  targetHalfDays: number;
  canLead: boolean;
  trainedOn: string | null;
  expertise: string[];
  weekdays: number[];
  unavailable: string[];
  avoid: string[];
}

export interface Review {
  school: string;
  date: string;
  team: string[];
  lead: string;
}

export interface PreviousReview extends Review {
  status: PreviousStatus;
}

/** `leaderId` with `schoolId`, or `schoolA` with `schoolB` (either way round). */
export type Conflict = { leaderId: string; schoolId: string } | { schoolA: string; schoolB: string };

export interface Instance {
  name: string;
  config: Config;
  calendar: Calendar;
  clusters: { id: string; kind: string; phase: string }[];
  groups: { id: string }[];
  units: { id: string; maxDays: number }[];
  schools: School[];
  leaders: Leader[];
  conflicts: Conflict[];
  history: { year: number; host: string; fromSchool: string; leaderId: string }[];
  previous: PreviousReview[];
}

/** Why a school has no review. Worked out from the final plan, never guessed. */
export const unplacedReasons = [
  'no-host-day',
  'too-few-reviewers',
  'no-head',
  'no-lead',
  'no-focus-expertise',
  'no-phase-cover',
  'no-common-day',
  'supply-short',
  'days-clash',
] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

export interface Schedule {
  /** The instance's name. */
  instance: string;
  reviews: Review[];
  unscheduled: { school: string; reasons: UnplacedReason[] }[];
}

/** A schedule, and how good it is. */
export interface Plan extends Schedule {
  /** Soft cost. */
  cost: number;
  bound: Bound;
}

/** What is proven that no plan does better than. */
export interface Bound {
  /** Schools that every plan leaves without a review, at least. */
  unscheduled: number;
  /** Soft cost of every plan that leaves out as many as this one, at least. */
  cost: number;
}
