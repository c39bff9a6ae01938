import type { OtherReviewer, Relaxation, SeatReason, UnplacedCause } from '@lateral/contract/season-reasons';
import type { Phase } from '@lateral/domain/schools/phases';
import type { ExclusionCode } from '@lateral/domain/seasons/explanations';
import { mediumDay, shortDay, weekdayShort } from '../ui/days.ts';
import { numberWord, plural } from '../ui/plural.ts';
import { addUp, countsWords, ruleWords } from './exclusion-words.ts';
import { joined, kmWords, seasonName } from './words.ts';

/** "A, B and C", or "A, B and 5 more" where there are many. */
export function listWords(all: readonly string[], most = 6): string {
  const shown = all.length > most ? [...all.slice(0, most - 1), `${all.length - most + 1} more`] : all;
  return joined.format(shown);
}

export const roleWords = { head: 'Head', deputy: 'Deputy' } as const;

const phaseWords: Record<Phase, string> = { primary: 'primary', secondary: 'secondary', special: 'special' };

type Reason = { text: string; isGood: boolean };

/** Why somebody fits, what speaks for them first. */
export function seatWords(seat: SeatReason): Reason[] {
  const good = (text: string): Reason => ({ text, isGood: true });
  const { person, school } = seat.lastHere;
  const reasons: (Reason | null)[] = [
    good(`${kmWords(seat.km)} away`),
    seat.sameCluster ? good('Same cluster') : { text: 'From another cluster', isGood: false },
    seat.phases.length > 0
      ? good(`Knows ${listWords(seat.phases.map((phase) => phaseWords[phase]))} schools`)
      : { text: 'From another phase', isGood: false },
    ...seat.focus.map((area) => good(`Knows about ${area}`)),
    seat.trainedOn ? good(`Trained on ${mediumDay(seat.trainedOn)}`) : null,
    seat.leads ? good('Leads this review') : seat.canLead ? good('May lead') : null,
    person === null && school === null ? good('Never reviewed this school') : null,
    person !== null ? { text: `Reviewed this school in ${seasonName(person)}`, isGood: false } : null,
    person === null && school !== null
      ? { text: `A colleague reviewed this school in ${seasonName(school)}`, isGood: false }
      : null,
    seat.daysLeft > 0
      ? good(`${plural(seat.daysLeft, 'more day')} to give`)
      : { text: 'No more days to give', isGood: false },
  ];
  return reasons.flatMap((reason) => reason ?? []).sort((a, b) => Number(b.isGood) - Number(a.isGood));
}

/** What another reviewer would mean for the plan. */
export function comparisonWords({ comparison, kmFurther }: OtherReviewer): string {
  if (comparison === 'further' && kmFurther > 0) return `${kmWords(kmFurther)} further`;
  return {
    'as-good': 'Just as good',
    further: 'A little further',
    'little-worse': 'A little worse for the whole plan',
    worse: 'Worse for the whole plan',
    'much-worse': 'Much worse for the whole plan',
  }[comparison];
}

/** Who else there is for a seat, in a line. */
export function othersWords({ fitting, excluded }: Pick<SeatReason, 'fitting' | 'excluded'>): string {
  const out = excluded.filter(({ code }) => code !== 'SIZE');
  const could =
    fitting === 0
      ? 'Nobody else could come.'
      : `${plural(fitting, 'other person', 'other people')} could come.`;
  return out.length === 0 ? could : `${could} ${addUp(out)} could not: ${countsWords(out, 3)}.`;
}

/** One thing that stands in the way: what it is, and sentences about it. */
export type CauseWords = { title: string; lines: string[] };

const day = (date: string) => `${weekdayShort(date)} ${shortDay(date)}`;

function gainWords(rules: readonly { code: ExclusionCode; adds: number }[]): string[] {
  return rules
    .slice(0, 3)
    .map(
      ({ code, adds }) =>
        `Without ${ruleWords[code]}, ${plural(adds, 'more person', 'more people')} could help.`,
    );
}

const causeWords: {
  [K in UnplacedCause['kind']]: (cause: Extract<UnplacedCause, { kind: K }>) => CauseWords;
} = {
  possible: ({ day: date, team }) => ({
    title: `A team could come on ${day(date)}`,
    lines: [`${listWords(team.map(({ name }) => name))} are free. Plan again to place the school.`],
  }),
  eligibility: ({ rules, together }) => ({
    title: 'The rules leave no team',
    lines: [
      ...gainWords(rules),
      ...(together === null ? ['Even without these rules there would not be enough people.'] : []),
      ...(together !== null && together.length > 1
        ? [
            `A team needs all of these to give way at once: ${listWords(together.map((code) => ruleWords[code]))}.`,
          ]
        : []),
    ],
  }),
  supply: ({ clusterName, role, shortDays, schools, some }) => {
    const together = schools === 1 ? 'The school is' : `Together ${schools} schools are`;
    const who = clusterName === null ? together : `The ${clusterName} cluster is`;
    const days = `${role === 'head' ? 'head' : 'reviewer'} ${shortDays === 1 ? 'day' : 'days'}`;
    const names = some.map(({ name }) => name);
    const told =
      names.length === schools
        ? `These schools need more days than there are: ${listWords(names)}.`
        : `Among them are ${joined.format(names.slice(0, 4))}.`;
    return {
      title: `${who} ${numberWord(shortDays).toLowerCase()} ${days} short`,
      lines: names.length > 1 ? [told] : [],
    };
  },
  'used-up': ({ leaders }) => ({
    title: 'Everyone who may come has given all their days',
    lines: leaders
      .slice(0, 4)
      .map(({ name, reviews }) => `${name} reviews ${listWords(reviews.map((review) => review.name))}.`)
      .concat(
        leaders.length > 4 ? [`So do ${plural(leaders.length - 4, 'other person', 'other people')}.`] : [],
      ),
  }),
  composition: ({ leaders, apart, rules }) => ({
    title: 'Those who may come do not make a team',
    lines: [
      `${listWords(leaders.map(({ name }) => name))} may come.`,
      ...apart
        .slice(0, 3)
        .map(({ names, schoolName }) => `Only one of ${listWords(names)} can: both are from ${schoolName}.`),
      ...gainWords(rules),
    ],
  }),
  days: ({ days }) => {
    if (days.length === 0) return { title: 'The school can host on no day of the season', lines: [] };
    const best = days.toSorted((a, b) => b.free - a.free).slice(0, 3);
    return {
      title:
        days.length <= 5
          ? 'Its only free days clash with other plans'
          : 'No free day of the school brings a team together',
      lines: best.map(({ day: date, free, blocked }) => {
        const could = free === 0 ? 'nobody could come' : `${plural(free, 'person', 'people')} could come`;
        return `${day(date)}: ${could}${blocked.length > 0 ? `, ${countsWords(blocked, 2)}` : ''}.`;
      }),
    };
  },
};

export const sayCause = (cause: UnplacedCause): CauseWords =>
  (causeWords[cause.kind] as (one: UnplacedCause) => CauseWords)(cause);

type ChangeKind = Relaxation['change']['kind'];
type SayChange<K extends ChangeKind> = (change: Extract<Relaxation['change'], { kind: K }>) => string;

const changeWords: { [K in ChangeKind]: SayChange<K> } = {
  'add-day': ({ who }) => `One more day from ${who.name}, ${who.schoolName}`,
  'allow-repeat': ({ who }) => `Let ${who.name} or their school come here again`,
  'allow-cluster': () => 'Let a school from another cluster come',
  'allow-group': () => 'Let a school from the same trust or federation come',
  'free-dates': () => 'Let the review be on any date',
  'soften-focus': ({ area }) => `Do without someone who knows about ${area}`,
  'fewer-heads': () => 'Let every team do without one head',
  'allow-return': () => 'Let schools review each other, everywhere',
};

/** A change that would place a school, and what it would mean for the other reviews. */
export function relaxationWords({ change, othersTouched }: Relaxation): { title: string; means: string } {
  const say = changeWords[change.kind] as (one: Relaxation['change']) => string;
  return {
    title: say(change),
    means:
      othersTouched === 0
        ? 'No other review changes.'
        : `${plural(othersTouched, 'other review changes', 'other reviews change')}.`,
  };
}
