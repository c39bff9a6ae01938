import type { Inputs, Rurality, SimilarityInput } from '@lateral/domain/similarity/inputs';
import type { ProposalRefusal } from '@lateral/domain/similarity/settings';

export const inputWords: Record<SimilarityInput, { label: string; short: string; hint: string }> = {
  pupils: { label: 'Size', short: 'Pupils', hint: 'How many pupils it has' },
  fsmPercent: {
    label: 'Free school meals',
    short: 'Free meals',
    hint: 'The share of pupils who have free school meals',
  },
  sixthForm: { label: 'Sixth form', short: 'Sixth form', hint: 'Whether it has one' },
  selective: { label: 'Admissions', short: 'Admissions', hint: 'Whether it chooses pupils by a test' },
  rurality: { label: 'Town or country', short: 'Place', hint: 'Town, country town or village' },
};

const ruralityWords: Record<Rurality, string> = {
  urban: 'Town',
  'rural-town': 'Country town',
  'rural-village': 'Village',
};

const yesNo = (value: boolean, yes: string, no: string) => (value ? yes : no);

/** What a school has of one input, as people say it. */
export function inputValue(input: SimilarityInput, inputs: Inputs): string {
  const { pupils, fsmPercent, sixthForm, selective, rurality } = inputs;
  const said = {
    pupils: pupils?.toLocaleString('en-GB'),
    fsmPercent: fsmPercent === null ? undefined : `${fsmPercent}%`,
    sixthForm: sixthForm === null ? undefined : yesNo(sixthForm, 'Yes', 'No'),
    selective: selective === null ? undefined : yesNo(selective, 'Selective', 'Open to all'),
    rurality: rurality === null ? undefined : ruralityWords[rurality],
  }[input];
  return said ?? 'Not known';
}

/** How much an input counts, in words; its place is its weight. */
export const weightWords = ['Left out', 'A little', 'Some', 'Quite a lot', 'A lot', 'Most of all'] as const;

/** A difference from 0 to 1 as people read it: of a hundred. */
export const hundredth = (difference: number) => Math.round(difference * 100);

export const kilometres = (km: number | null) =>
  km === null ? 'Not known' : `${km < 10 ? km.toFixed(1) : Math.round(km)} km`;

const refusals: Record<ProposalRefusal, string> = {
  'no-weight': 'Everything is left out. Let at least one thing count.',
  'too-few-schools': 'There are fewer than two secondary schools to compare.',
  'too-many-schools': 'There are too many secondary schools to compare at once: 400 at most.',
  'more-clusters-than-schools': 'There are more clusters than schools. Ask for fewer.',
};
export const similarityErrorWords: Record<string, string> = {
  ...refusals,
  'schools-changed': 'Schools or clusters have changed since these were proposed. Propose again, then apply.',
  'settings-changed': 'Somebody else has changed these settings. Load the page again to see theirs.',
  'name-taken': 'Another kind of cluster has one of these names. Choose a different name.',
};
