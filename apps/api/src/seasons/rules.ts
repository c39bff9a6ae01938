import type { Importance, SeasonRules } from '@lateral/domain/seasons/rules';
import type { Config, Weights } from '@lateral/planner/instance';

/**
 * What no partnership sets: three leaders, one of them a head, from three schools; each phase of the host is known to
 * somebody, and the host's head is there.
 */
const fixed = {
  teamSize: 3,
  minHeads: 1,
  maxPerHomeSchool: 1,
  competitorPhases: ['secondary'],
  crossPhase: {},
  sameArea: true,
  hostHeadHome: true,
  focusHard: true,
};

const fixedWeights = {
  longTripFrom: 200,
  crossCluster: 300,
  phaseMismatch: 150,
  dissimilarity: 4,
  early: 20,
  prefMiss: 80,
  avoid: 80,
  leaderAvoid: 40,
  changeDate: { announced: 1500, draft: 100 },
  changeMember: { announced: 800, draft: 50 },
};

/** Weights are whole, and a journey's is 1 already: where it counts little, a long one counts no more than its length. */
const travelWeights: Record<Importance, Pick<Weights, 'travel' | 'longTrip'>> = {
  little: { travel: 1, longTrip: 0 },
  usual: { travel: 1, longTrip: 2 },
  much: { travel: 2, longTrip: 4 },
};
const times: Record<Importance, number> = { little: 0.5, usual: 1, much: 2 };

/** The planner's rules and weights (psr-schedule/1) of rules as people set them. Days of the week are the leaders'. */
export function configOf(rules: SeasonRules): Config {
  return {
    ...fixed,
    excludeSameGroup: rules.sameGroup === 'forbid',
    competitorKm: rules.competitorKm,
    reciprocal: rules.reciprocal,
    repeatYears: rules.repeatYears,
    repeatLevel: rules.repeatLevel,
    crossCluster: {
      primary: rules.crossPrimary,
      secondary: rules.crossSecondary,
      special: rules.crossSpecial,
    },
    weights: {
      ...fixedWeights,
      ...travelWeights[rules.travel],
      spread: 60 * times[rules.spread],
      load: 60 * times[rules.load],
      focusMiss: 150 * times[rules.expertise],
    },
  };
}
