import type { Establishment } from '../registers/establishment.ts';

/** What two schools are compared on. Source: domain.md §2; every one is published in the register. */
export const similarityInputs = ['pupils', 'fsmPercent', 'sixthForm', 'selective', 'rurality'] as const;
export type SimilarityInput = (typeof similarityInputs)[number];

/** From town to country. The register has more classes; for likeness these three steps matter. */
export const ruralities = ['urban', 'rural-town', 'rural-village'] as const;
export type Rurality = (typeof ruralities)[number];

/** What is compared of one school. Null where the register is silent: shown as not known, never guessed. */
export type Inputs = {
  pupils: number | null;
  /** Pupils on free school meals, of a hundred. */
  fsmPercent: number | null;
  sixthForm: boolean | null;
  selective: boolean | null;
  rurality: Rurality | null;
};

type Facts = Pick<Establishment, 'pupils' | 'fsmPercent' | 'sixthForm' | 'admissionsPolicy' | 'urbanRural'>;

/** The inputs of a school from its register record. */
export const readInputs = (facts: Facts): Inputs => ({
  pupils: facts.pupils,
  fsmPercent: facts.fsmPercent,
  sixthForm: facts.sixthForm,
  selective: readSelective(facts.admissionsPolicy),
  rurality: readRurality(facts.urbanRural),
});

/** "Not applicable" says nothing of a secondary school, so it is not known. */
function readSelective(policy: string | null): boolean | null {
  const text = policy?.toLowerCase() ?? '';
  if (text.startsWith('selective')) return true;
  // "Comprehensive" and "secondary modern" are how GIAS said it before 2019.
  return /^(non-selective|comprehensive|secondary modern|modern)/.test(text) ? false : null;
}

/**
 * Reads both of the official classifications: of 2021 ("Larger rural: Nearer to a major town or city") and of 2011
 * ("Rural town and fringe in a sparse setting").
 */
function readRurality(published: string | null): Rurality | null {
  const text = published?.toLowerCase().replace(/^\(.*?\)\s*/, '') ?? '';
  if (text.startsWith('urban')) return 'urban';
  if (/^(larger rural|rural town)/.test(text)) return 'rural-town';
  return /^(smaller rural|rural village|rural hamlet)/.test(text) ? 'rural-village' : null;
}
