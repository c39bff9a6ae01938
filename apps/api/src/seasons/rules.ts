import type { Config } from '@lateral/planner/instance';

/**
 * The rules of a season, for every partnership until they become settings (the season issue): three leaders, one
 * of them a head, from three schools; nobody from the host's trust or federation, nobody who competes for the same
 * pupils; no school reviews one that reviews it. Reviews run in clusters, and across them only where they must.
 */
export const seasonRules: Config = {
  teamSize: 3,
  minHeads: 1,
  maxPerHomeSchool: 1,
  excludeSameGroup: true,
  competitorKm: 5,
  competitorPhases: ['secondary'],
  reciprocal: 'forbid',
  repeatYears: 2,
  repeatLevel: 'school',
  crossCluster: { primary: 'penalise', secondary: 'penalise', special: 'forbid' },
  crossPhase: {},
  sameArea: true,
  hostHeadHome: true,
  focusHard: true,
  weights: {
    travel: 1,
    longTrip: 2,
    longTripFrom: 200,
    crossCluster: 300,
    phaseMismatch: 150,
    dissimilarity: 4,
    load: 60,
    early: 20,
    prefMiss: 80,
    avoid: 80,
    leaderAvoid: 40,
    focusMiss: 150,
    spread: 60,
    changeDate: { announced: 1500, draft: 100 },
    changeMember: { announced: 800, draft: 50 },
  },
};

/** What a school owes in a year: 1.5 head days and 1.5 deputy days, so three reviews in all (consultation, peer review). */
export const daysOwed = 3;
/** A leader's share in half-days, and the most reviews in a year for one school: 1.5 + 1.5 falls as 2 + 1 or 1 + 2. */
export const targetHalfDays = 3;
export const mostReviews = 2;
