import type { ExcludedReviewer } from '@lateral/contract/season-reasons';
import type { ExclusionCode } from '@lateral/domain/seasons/explanations';
import { mediumDay } from '../ui/days.ts';
import { plural } from '../ui/plural.ts';
import { joined, kmWords, seasonName } from './words.ts';

type Say = (who: ExcludedReviewer) => string;

const busyWords = {
  weekday: 'Reviews are not held on that day of the week',
  unavailable: 'Is away on that day',
  inset: 'Their school has an INSET day',
} as const;

/** Why one person cannot come, by the first rule that keeps them out. A new rule does not compile without words. */
const exclusionWords: Record<ExclusionCode, Say> = {
  SIZE: () => 'Is in this team already',
  LOCK: () => 'This review is fixed, so its team stays',
  OWN: () => 'Works at this school',
  GROUP: ({ otherSchool }) => `${otherSchool ?? 'Their school'} is in the same trust or federation`,
  CONFLICT: ({ otherSchool }) =>
    otherSchool
      ? `${otherSchool} and this school have a conflict of interest`
      : 'Has a conflict of interest with this school',
  COMPETITOR: ({ otherSchool, facts: { km } }) =>
    `${otherSchool ?? 'Their school'} takes pupils from the same places${km === undefined ? '' : ` (${kmWords(km)} away)`}`,
  AREA: () => 'Comes from another area',
  CLUSTER: () => 'Comes from another cluster',
  REPEAT: ({ facts: { year } }) =>
    `They or their school came here${year === undefined ? ' not long ago' : ` in ${seasonName(year)}`}`,
  RECIP: ({ otherSchool }) => `Someone from this school reviews ${otherSchool ?? 'theirs'}`,
  HOME2: ({ otherSchool, colleague }) =>
    `${colleague || 'A colleague'} from ${otherSchool ?? 'the same school'} is in the team`,
  HEADS: () => 'Is not a head, and this team needs one',
  LEAD: () => 'May not lead, and this team needs a lead',
  PHASE: ({ facts: { phase } }) => `The team needs someone from a ${phase ?? 'different'} school`,
  FOCUS: ({ facts: { area } }) =>
    `The team needs someone who knows about ${area ?? 'what the school asked for'}`,
  HOSTDAY: () => 'Is never free when the school can host',
  PERSONDAY: ({ facts: { why } }) => busyWords[why ?? 'unavailable'],
  TRAINED: ({ facts: { trainedOn } }) =>
    trainedOn ? `Is not trained until ${mediumDay(trainedOn)}` : 'Has not been trained',
  DOUBLE: ({ otherSchool }) => `Reviews ${otherSchool ?? 'another school'} on that day`,
  OUT: ({ otherSchool }) => `${otherSchool ?? 'Their school'} has too many people out that day`,
  HOSTHEAD: ({ otherSchool }) => `${otherSchool ?? 'Their school'} is reviewed that day and needs its head`,
  CAP: ({ facts: { of, given, most } }) =>
    of === 'unit'
      ? `Their school already gives ${given ?? 0} of its ${plural(most ?? 0, 'day')}`
      : `Already does ${plural(given ?? 0, 'review')}, the most they can`,
};
export const whyNotWords: Say = (who) => exclusionWords[who.code](who);

/** After a number of people: "12 from another cluster". */
const countWords: Record<ExclusionCode, string> = {
  SIZE: 'in this team already',
  LOCK: 'kept out because the review is fixed',
  OWN: 'from this school',
  GROUP: 'from the same trust or federation',
  CONFLICT: 'with a conflict of interest',
  COMPETITOR: 'from a rival school nearby',
  AREA: 'from another area',
  CLUSTER: 'from another cluster',
  REPEAT: 'who came here not long ago, or whose school did',
  RECIP: 'from a school that this school reviews',
  HOME2: 'from the same school as someone in the team',
  HEADS: 'not heads, where the team needs one',
  LEAD: 'not able to lead, where the team needs a lead',
  PHASE: 'from the wrong phase',
  FOCUS: 'without the skill that the school asked for',
  HOSTDAY: 'never free when the school can host',
  PERSONDAY: 'not free that day',
  TRAINED: 'not trained by then',
  DOUBLE: 'on another review that day',
  OUT: 'whose school has too many people out that day',
  HOSTHEAD: 'needed in their own school that day',
  CAP: 'with no more days to give',
};

type Count = { code: ExclusionCode; count: number };
export const addUp = (counts: readonly { count: number }[]) =>
  counts.reduce((sum, { count }) => sum + count, 0);

/** "20 from another cluster, 9 not free that day and 12 for other reasons" */
export function countsWords(counts: readonly Count[], most: number): string {
  const shown = counts.slice(0, most).map(({ code, count }) => `${count} ${countWords[code]}`);
  const rest = addUp(counts.slice(most));
  return joined.format(rest > 0 ? [...shown, `${rest} for other reasons`] : shown);
}

/** Each rule in the middle of a sentence. */
export const ruleWords: Record<ExclusionCode, string> = {
  SIZE: 'the rule on the size of a team',
  LOCK: 'the rule that fixed reviews stay',
  OWN: 'the rule that nobody reviews their own school',
  GROUP: 'the rule on trusts and federations',
  CONFLICT: 'the rule on conflicts of interest',
  COMPETITOR: 'the rule on rival schools',
  AREA: 'the rule on areas',
  CLUSTER: 'the rule on clusters',
  REPEAT: 'the rule on coming back too soon',
  RECIP: 'the rule that two schools do not review each other',
  HOME2: 'the rule that a team comes from different schools',
  HEADS: 'the rule that each team has a head',
  LEAD: 'the rule that each team has a lead',
  PHASE: 'the rule on phases',
  FOCUS: 'the rule on skills',
  HOSTDAY: 'the days when the school cannot host',
  PERSONDAY: 'the days when people are away',
  TRAINED: 'the rule that reviewers are trained',
  DOUBLE: 'the rule of one review a day',
  OUT: 'the rule on how many may be out of a school',
  HOSTHEAD: 'the rule that a head is there for their own review',
  CAP: 'the most days that a person may give',
};
