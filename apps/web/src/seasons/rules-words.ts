import {
  mostCompetitorKm,
  mostRepeatYears,
  type RuleRefusal,
  type SeasonSettings,
  type SettingField,
} from '@lateral/domain/seasons/rules';
import { longDay } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import { joined, kmWords } from './words.ts';

type Option = { value: string; label: string; hint?: string };
export type RuleWords = { question: string; why: string; options: Option[] };

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, i) => i);

const clusterWords = (phase: string, why: string): RuleWords => ({
  question: `May someone from another cluster review a ${phase} school?`,
  why,
  options: [
    { value: 'forbid', label: 'No', hint: 'A school may then be left without a review.' },
    {
      value: 'penalise',
      label: 'Only where nobody else fits well',
      hint: 'Reviewers from the same cluster come first.',
    },
  ],
});

const halfOrTwice = [
  { value: 'little', label: 'Little', hint: 'Counts half as much as usual.' },
  { value: 'usual', label: 'As usual' },
  { value: 'much', label: 'Much', hint: 'Counts twice as much as usual.' },
];

/** The rules that have one answer out of a few: the question, why it matters and what each answer means. */
export const ruleWords = {
  reciprocal: {
    question: 'May two schools review each other in the same season?',
    why: 'It is harder to speak openly about a school that will soon speak about yours.',
    options: [
      {
        value: 'forbid',
        label: 'No',
        hint: 'If someone from school A reviews school B, nobody from B reviews A.',
      },
      { value: 'allow', label: 'Yes', hint: 'More teams are possible, which helps small clusters.' },
    ],
  },
  sameGroup: {
    question: 'May people review a school of their own trust or federation?',
    why: 'Reviewers should be free to say what they see.',
    options: [
      { value: 'forbid', label: 'No', hint: 'Every reviewer comes from outside the trust or federation.' },
      { value: 'allow', label: 'Yes', hint: 'Schools of one trust or federation count like any others.' },
    ],
  },
  competitorKm: {
    question: 'How far apart must secondary schools be to review each other?',
    why: 'Secondary schools close to each other often compete for the same pupils. We measure in a straight line.',
    options: upTo(mostCompetitorKm).map((km) => ({
      value: String(km),
      label: km === 0 ? 'Any distance' : `At least ${kmWords(km)}`,
    })),
  },
  repeatYears: {
    question: 'For how long may reviewers not come back to a school?',
    why: 'New eyes see new things. A long time leaves fewer people to choose from.',
    options: upTo(mostRepeatYears).map((years) => ({
      value: String(years),
      label: years === 0 ? 'They may come back at any time' : plural(years, 'year'),
    })),
  },
  repeatLevel: {
    question: 'Who may not come back?',
    why: 'This goes with the number of years above.',
    options: [
      { value: 'school', label: 'Everyone from the reviewer’s school' },
      { value: 'person', label: 'Only the reviewer', hint: 'A colleague may come instead.' },
    ],
  },
  crossPrimary: clusterWords(
    'primary',
    'Schools in a cluster are near each other. A small cluster may need help from outside.',
  ),
  crossSecondary: clusterWords(
    'secondary',
    'A cluster of secondary schools holds schools that are alike, and they learn most from each other.',
  ),
  crossSpecial: clusterWords(
    'special',
    'A special school is best reviewed by people who know its kind of work.',
  ),
  travel: {
    question: 'How much do short journeys matter?',
    why: 'Long journeys take time away from school.',
    options: [
      { value: 'little', label: 'Little', hint: 'Long journeys do not count extra.' },
      { value: 'usual', label: 'As usual', hint: 'Each kilometre after the first 20 counts three times.' },
      { value: 'much', label: 'Much', hint: 'Every journey counts twice as much as usual.' },
    ],
  },
  spread: {
    question: 'How much does it matter that reviews are spread over the terms?',
    why: 'When a cluster has all its reviews in one term, its schools are busy all at once.',
    options: halfOrTwice,
  },
  load: {
    question: 'How much do fair shares matter?',
    why: 'Each person should give about as many days as their school owes, and not more.',
    options: halfOrTwice,
  },
  expertise: {
    question: 'How much does it matter that reviewers know what the school asked about?',
    why: 'A school can name what it wants to look at. A reviewer who knows about it helps more.',
    options: halfOrTwice,
  },
} satisfies Partial<Record<SettingField, RuleWords>>;
export type ChoiceField = keyof typeof ruleWords;

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** One setting as somebody has answered it. */
export function answerWords(field: SettingField, settings: SeasonSettings): string {
  if (field === 'windowStart' || field === 'windowEnd') return longDay(settings[field]);
  if (field === 'weekdays')
    return settings.weekdays.length === weekdayNames.length
      ? 'Every weekday'
      : joined.format(settings.weekdays.map((day) => weekdayNames[day - 1] ?? ''));
  const { options }: RuleWords = ruleWords[field];
  return options.find(({ value }) => value === String(settings[field]))?.label ?? '';
}

/** What no season can have, beside its field. */
export const faultWords: Record<RuleRefusal, string> = {
  'distance-out-of-range': `The distance must be from 0 to ${kmWords(mostCompetitorKm)}`,
  'years-out-of-range': `Choose from 0 to ${plural(mostRepeatYears, 'year')}`,
  'no-weekday': 'Choose at least one day of the week',
  'not-a-weekday': 'Reviews can be from Monday to Friday only',
  'window-backwards': 'The last day must be a date after the first day',
  'outside-year': 'Both days must be in this school year',
};

/** What the API may refuse here. */
export const rulesRefusalWords: Record<string, string> = {
  busy: 'The season is being planned. Wait until it is done, then save again.',
};
