import type { Opening, undoStep } from '@lateral/contract/season-draft';
import { type ExclusionCode, exclusionCodes } from '@lateral/domain/seasons/explanations';
import type { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { weekdayLong } from '../ui/days.ts';
import { explain } from '../words.ts';
import { whyNotWords } from './exclusion-words.ts';
import { joined } from './words.ts';

type Undone = z.output<(typeof undoStep)['schema']['response'][200]>['undone'];
type Person = { personId: string; name: string };

/** What the API may refuse while the draft is changed by hand. */
export const handRefusals: Record<string, string> = {
  'draft-changed':
    'Somebody has changed the draft meanwhile. It has been read again: please choose once more.',
  'breaks-rule': 'This would break a rule, so nothing was changed.',
  'review-over': 'The day of this review has come, so it stays as it was.',
  'nothing-to-undo': 'There is nothing to undo: the season has been planned again.',
  busy: 'The season is being planned. Change it when that is done.',
};

export const shortExplain = (error: Error) => explain(error, handRefusals);

/** Rules about the day or the team as a whole. */
const wholeWords: Record<string, string> = {
  DAY: 'It is no school day of this season.',
  HOSTDAY: 'The school cannot host on this day.',
  SIZE: 'A team has three different reviewers.',
  NOLEAD: 'Nobody in this team may lead.',
};
const isExclusion = (code: string): code is ExclusionCode =>
  (exclusionCodes as readonly string[]).includes(code);

/** Each rule that a step by hand would break, and whom it is about. */
export function breachWords(error: Error, team: readonly Person[]): string[] {
  if (!(error instanceof ApiError) || error.code !== 'breaks-rule') return [];
  return error.errors.map(({ pointer, detail: code }) => {
    const person = team[Number(/^\/body\/team\/(\d+)$/.exec(pointer)?.[1])];
    const whole = wholeWords[code];
    if (whole && !person) return whole;
    if (!person || !isExclusion(code)) return 'It breaks a rule of the season.';
    const who = { role: 'head', schoolName: '', otherSchool: null, colleague: null, facts: {} } as const;
    const why = code === 'CAP' ? 'Has no more days to give' : whyNotWords({ ...who, ...person, code });
    return `${person.name}: ${why}.`;
  });
}

/** "Ada Alder leads, with Ben Birch and Cleo Cedar" */
export function teamWords({ team, leadId }: Pick<Opening, 'team' | 'leadId'>): string {
  const names = (isLead: boolean) =>
    (team ?? []).filter(({ personId }) => (personId === leadId) === isLead).map(({ name }) => name);
  return `${names(true)[0] ?? 'Nobody'} leads, with ${joined.format(names(false))}`;
}

export const placedWords = (name: string) => (placed: { day: string }) =>
  `${name} is on ${weekdayLong(placed.day)} now. Nobody is told until you publish.`;

const undoneVerbs: Record<Undone['kind'], string> = {
  placed: 'has no date again',
  moved: 'is on its former day again',
  'team-changed': 'has its former team again',
  'taken-out': 'is back in the draft',
};
export const undoneWords = ({ kind, schoolName }: Undone) => `Undone: ${schoolName} ${undoneVerbs[kind]}.`;
