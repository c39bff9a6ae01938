import { isSameTerms, type Terms, termsClause, termsHeading, termsKey, termsUnsaid } from './terms.ts';

/** What a clause is to a school. Source: the consultation, "The proposed membership and governance structure". */
export const clauseKinds = ['right', 'benefit', 'responsibility', 'way-of-working', 'consent'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** One clause, in its place. Its key stays the same from version to version, so that versions can be compared. */
export type Clause = { key: string; kind: ClauseKind; heading: string; text: string };
/** What a version says: its title, its clauses in order, and its terms, which are read as one clause more. */
export type Wording = { title: string; clauses: readonly Clause[]; terms: Terms };

/**
 * The consents that every agreement holds. Signing gives both, and neither can be left out or unticked (domain.md §3);
 * anything wider is the school's own choice, later.
 */
export const namedConsents = ['share-review-outcomes', 'share-data'] as const;
export const isNamedConsent = (key: string) => (namedConsents as readonly string[]).includes(key);

/** The clauses of a version as they are read, compared, sealed and signed: its own, then its terms where it says any. */
export const clausesRead = ({ clauses, terms }: Pick<Wording, 'clauses' | 'terms'>): Clause[] =>
  isSameTerms(terms, termsUnsaid) ? [...clauses] : [...clauses, termsClause(terms)];

export const mostClauses = 60;

export const clauseFaults = [
  'same-key',
  'no-letters',
  'same-heading',
  'consent-missing',
  'consent-kind',
  'terms-key',
  'terms-heading',
] as const;
export type ClauseFault = {
  fault: (typeof clauseFaults)[number];
  /** Which clause, from 0; null when it is one that is not there. */
  at: number | null;
  part: 'key' | 'heading' | 'kind';
};

/** A heading as somebody reads it: without what cannot be seen, and whatever its capitals. */
const asRead = (heading: string) =>
  heading
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function findHeadingFault(headings: readonly string[], at: number) {
  const heading = headings[at] ?? '';
  if (!/\p{L}/u.test(heading)) return 'no-letters';
  if (headings.indexOf(heading) < at) return 'same-heading';
  return heading === asRead(termsHeading) ? 'terms-heading' : null;
}

/** The first fault in the clauses of a version, or null: each its own key and heading, and both named consents there. */
export function findClauseFault(clauses: readonly Clause[]): ClauseFault | null {
  const headings = clauses.map(({ heading }) => asRead(heading));
  for (const [at, { key, kind }] of clauses.entries()) {
    if (key === termsKey) return { fault: 'terms-key', at, part: 'key' };
    if (clauses.findIndex((other) => other.key === key) < at) return { fault: 'same-key', at, part: 'key' };
    const fault = findHeadingFault(headings, at);
    if (fault) return { fault, at, part: 'heading' };
    if (isNamedConsent(key) && kind !== 'consent') return { fault: 'consent-kind', at, part: 'kind' };
  }
  const isThere = (key: string) => clauses.some((clause) => clause.key === key);
  return namedConsents.every(isThere) ? null : { fault: 'consent-missing', at: null, part: 'key' };
}
