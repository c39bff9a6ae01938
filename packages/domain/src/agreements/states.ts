import type { Wording } from './clauses.ts';
import { isSameTerms } from './terms.ts';

/**
 * draft → offered (the broker asks for it to be issued) → issued (a second person has agreed: its words stand for
 * good) → withdrawn (nobody signs it any more). Changing an offered version makes it a draft again.
 */
export const agreementStates = ['draft', 'offered', 'issued', 'withdrawn'] as const;
export type AgreementState = (typeof agreementStates)[number];

export const agreementRefusals = [
  'draft-exists',
  'words-stand',
  'nothing-changed',
  'offered-already',
  'not-offered',
  'same-person-twice',
  'not-issued',
  'consent-day-past',
] as const;
export type AgreementRefusal = (typeof agreementRefusals)[number];

type Version = { id: string; number: number; state: AgreementState };

/**
 * The version that schools sign today: the newest that was issued. When that one is withdrawn there is none until
 * another is issued; an older one never comes back by itself.
 */
export function findInForce<V extends Version>(versions: readonly V[]): V | null {
  const newest = versions
    .filter(({ state }) => state === 'issued' || state === 'withdrawn')
    .reduce<V | null>((best, one) => (best && best.number > one.number ? best : one), null);
  return newest?.state === 'issued' ? newest : null;
}

/** Why the words of a version may not be changed, or the version thrown away; or null. */
export const refuseChange = (state: AgreementState): AgreementRefusal | null =>
  state === 'draft' || state === 'offered' ? null : 'words-stand';

/** Why a version may not be offered for issue; or null. @param inForce what schools sign today */
export function refuseOffer(state: AgreementState, draft: Wording, inForce: Wording | null) {
  if (state === 'offered') return 'offered-already' satisfies AgreementRefusal;
  if (state !== 'draft') return 'words-stand' satisfies AgreementRefusal;
  const isSame = inForce !== null && saysTheSame(draft, inForce);
  return isSame ? ('nothing-changed' satisfies AgreementRefusal) : null;
}

type Offered = { state: AgreementState; offeredBy: string | null; consentBy: string | null };

/**
 * Why this person may not issue a version. Two people do it: whoever offered it does not (security.md §3). The day by
 * which members are asked to consent is still to come: they have time.
 * @param today `YYYY-MM-DD`, in London
 */
export function refuseIssue(
  { state, offeredBy, consentBy }: Offered,
  personId: string,
  today: string,
): AgreementRefusal | null {
  if (state === 'issued' || state === 'withdrawn') return 'words-stand';
  if (state !== 'offered') return 'not-offered';
  if (offeredBy === personId) return 'same-person-twice';
  return consentBy !== null && consentBy <= today ? 'consent-day-past' : null;
}

/** Only what was issued can be withdrawn, and once. */
export const refuseWithdrawal = (state: AgreementState): AgreementRefusal | null =>
  state === 'issued' ? null : 'not-issued';

/** Whether two versions say the same, word for word and in the same order. */
export const saysTheSame = (a: Wording, b: Wording): boolean =>
  a.title === b.title &&
  isSameTerms(a.terms, b.terms) &&
  a.clauses.length === b.clauses.length &&
  a.clauses.every((clause, at) => {
    const other = b.clauses[at];
    return (
      other?.key === clause.key &&
      other.kind === clause.kind &&
      other.heading === clause.heading &&
      other.text === clause.text
    );
  });
