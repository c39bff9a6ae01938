import type { SeasonReviewer } from '@lateral/contract/season-lists';
import type { Season } from '@lateral/contract/seasons';
import type { Phase } from '@lateral/domain/schools/phases';
import { percentAbove } from '@lateral/domain/seasons/nearness';
import type { PlanBlocker } from '@lateral/domain/seasons/readiness';

export const seasonName = (year: number) => `${year}/${String(year + 1).slice(2)}`;

/** "1.2 %" */
export const percentWords = (percent: number) => `${percent.toLocaleString('en-GB')} %`;

type Standing = Pick<Season, 'quality' | 'unplaced'>;

/**
 * How near a plan is to the best there can be, and no more than is proven: while another plan might place more schools,
 * it is compared only with plans that place as many.
 */
export function nearnessWords({ quality, unplaced }: Standing): string | null {
  if (!quality) return null;
  const above = percentAbove(quality.cost, quality.boundCost);
  if (above === null) return null;
  const placesMost = unplaced === quality.boundUnplaced;
  if (above === 0) return placesMost ? 'The best possible' : 'The best plan for this many schools';
  return `Within ${percentWords(above)} of the best ${placesMost ? 'possible' : 'plan for this many schools'}`;
}

/** What is proven of the schools that have no date. */
export function unplacedWords({ quality, unplaced }: Standing): string | null {
  if (!quality || unplaced === 0 || quality.boundUnplaced === 0) return null;
  if (unplaced === quality.boundUnplaced) return 'No plan can place more schools';
  return quality.boundUnplaced === 1
    ? 'At least one of these cannot be placed by any plan'
    : `At least ${quality.boundUnplaced} of these cannot be placed by any plan`;
}

type Reason = { title: string; means: string; next: string; cure: 'people' | 'school' | 'calendar' | 'plan' };

/** Why a school has no date, by the planner's code: what it means and what the broker can do next. */
const reasonWords: Record<string, Reason> = {
  'no-host-day': {
    title: 'No day when the school can host',
    means: 'The school has blocked every day of the season, or none of its free days is a school day.',
    next: 'Ask the school to free some days, then plan again.',
    cure: 'school',
  },
  'too-few-reviewers': {
    title: 'Too few people may review this school',
    means:
      'A review needs three leaders from three other schools. The rules on trusts, rivals and clusters leave fewer than that.',
    next: 'Train more leaders in the same cluster or the same phase.',
    cure: 'people',
  },
  'no-head': {
    title: 'No headteacher may join the team',
    means: 'Each team needs one headteacher. No trained headteacher may review this school.',
    next: 'Train a headteacher from another school in the cluster.',
    cure: 'people',
  },
  'no-lead': {
    title: 'Nobody may lead the review',
    means: 'Each team needs one person who may lead. Nobody who may review this school is marked as a lead.',
    next: 'Mark one of the trained leaders as able to lead.',
    cure: 'people',
  },
  'no-focus-expertise': {
    title: 'Nobody knows what the school asked about',
    means: 'The school asked for help with one subject. No reviewer for this school has that skill.',
    next: 'Ask the school for another focus, or find a reviewer with that skill.',
    cure: 'people',
  },
  'no-phase-cover': {
    title: 'One of its phases has no reviewer',
    means: 'A school with more than one phase needs a reviewer from each. For one of them, there is nobody.',
    next: 'Train a leader from another school of that phase.',
    cure: 'people',
  },
  'no-common-day': {
    title: 'No day when enough reviewers are free',
    means: 'There are enough reviewers, but never three of them free on a day when the school can host.',
    next: 'Ask the school to free more days, or look at the reviewers’ away days.',
    cure: 'people',
  },
  'taken-out': {
    title: 'It was taken out by hand',
    means: 'Somebody took its review out of the draft. It has no day until you find one.',
    next: 'Find a day for it here, or plan again.',
    cure: 'plan',
  },
  'called-off': {
    title: 'Its review was called off',
    means: 'The school and the team have been told. It waits for another day.',
    next: 'Find a day for it here, or plan again.',
    cure: 'plan',
  },
  'supply-short': {
    title: 'There are not enough reviewer days',
    means: 'Every reviewer who could go has already given all their days to other schools.',
    next: 'Train more leaders, so that more schools can give their three days. Then plan again.',
    cure: 'people',
  },
  'days-clash': {
    title: 'The days clash with other reviews',
    means: 'Reviewers still have days to give, but they are out on every day when this school can host.',
    next: 'Ask the school to free more days, or plan again.',
    cure: 'plan',
  },
};

/** A reason that a newer planner gives and that we have no words for yet. */
export const unknownReason: Reason = {
  title: 'The planner could not place it',
  means: 'The planner found no date and no team that keep every rule.',
  next: 'Plan again. If it stays like this, ask the school to free more days.',
  cure: 'plan',
};
export const reasonOf = (code: string | undefined): Reason => reasonWords[code ?? ''] ?? unknownReason;

type Blocker = {
  task: string;
  hint: string;
  to: '/schools' | '/people' | '/calendar' | '/clusters' | '/reviews/new';
};
export const blockerWords: Record<PlanBlocker, Blocker> = {
  'no-members': {
    task: 'Say which schools are members',
    hint: 'Only members are reviewed.',
    to: '/schools',
  },
  'no-clusters': {
    task: 'Put member schools into clusters',
    hint: 'Schools are reviewed by others in their cluster.',
    to: '/clusters',
  },
  'no-trained-leaders': {
    task: 'Record who has been trained',
    hint: 'Only trained leaders go out to review.',
    to: '/people',
  },
  'no-terms': {
    task: 'Set the terms of the year',
    hint: 'Reviews fall on days when schools are open.',
    to: '/calendar',
  },
  'window-over': {
    task: 'Start the next season',
    hint: 'The last day for reviews of this season is past.',
    to: '/reviews/new',
  },
};

/** What the API may refuse here. */
export const refusalWords: Record<string, string> = {
  busy: 'The season is already being planned.',
  'season-exists': 'There is already a season for that year.',
  'already-ended': 'The planning had already ended.',
  ...Object.fromEntries(
    Object.entries(blockerWords).map(([code, { task }]) => [code, `${task} before you plan the season.`]),
  ),
};

/** Short, for a line under a name. */
export const shortRoleWords: Record<string, string> = {
  headteacher: 'Head',
  deputy: 'Deputy',
  'senior-leader': 'Senior leader',
};

export const phaseNoun: Record<Phase, string> = {
  primary: 'Primary school',
  secondary: 'Secondary school',
  special: 'Special school',
};

export const kmWords = (km: number) => `${km.toLocaleString('en-GB')}\u00a0km`;

/** Joins names or reasons: "A, B and C". */
export const joined = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What somebody gives this season, of the most that they give: "1 done, 2 booked of 3, 1 not answered". */
export function givenWords({ done, booked, drafted, unanswered, most }: SeasonReviewer): string {
  const parts = [
    done > 0 && `${done} done`,
    booked > 0 && `${booked} booked`,
    drafted > 0 && `${drafted} in the draft`,
  ];
  const given = parts.filter(Boolean).join(', ');
  const waiting = unanswered > 0 ? `, ${unanswered} not answered` : '';
  return `${given || 'None'} of ${most}${waiting}`;
}
