/**
 * How far a school is with signing a version of the agreement (domain.md §3): opened → the governing body has agreed →
 * the headteacher has signed → the chair of governors has co-signed. Always in this order.
 */
export const signingStates = ['opened', 'agreed', 'signed', 'co-signed'] as const;
export type SigningState = (typeof signingStates)[number];

/** The screens of the ceremony, in order; the last is what is seen when it is done. */
export const signingSteps = ['read', 'governing-body', 'check', 'sign'] as const;
export type SigningStep = (typeof signingSteps)[number];

export const signingRefusals = [
  'nothing-to-sign',
  'other-version',
  'not-a-state-school',
  'governing-body-first',
  'signed-already',
  'not-signed-yet',
  'same-person-twice',
  'version-withdrawn',
] as const;
export type SigningRefusal = (typeof signingRefusals)[number];

type Version = { id: string };
type Signing = { agreementId: string; state: SigningState; signedBy: string | null };

/** Why a school may not begin to sign; or null. @param inForce the version that schools sign today */
export function refuseOpening(school: { counted: boolean }, inForce: Version | null): SigningRefusal | null {
  if (!inForce) return 'nothing-to-sign';
  return school.counted ? null : 'not-a-state-school';
}

/** Why what the governing body decided may not be put down, or put right, any more; or null. */
export function refuseDecision(signing: Signing, inForce: Version | null): SigningRefusal | null {
  if (signing.state === 'signed' || signing.state === 'co-signed') return 'signed-already';
  return refuseVersion(signing, inForce);
}

/** Why the headteacher may not sign now; or null. The governing body agrees first (consultation, "membership"). */
export function refuseSigning(signing: Signing, inForce: Version | null): SigningRefusal | null {
  if (signing.state === 'signed' || signing.state === 'co-signed') return 'signed-already';
  return refuseVersion(signing, inForce) ?? (signing.state === 'opened' ? 'governing-body-first' : null);
}

/**
 * Why this person may not co-sign; or null. They co-sign what the head has signed, also when another version has come
 * into force since; not what has been withdrawn. Two people sign.
 */
export function refuseCoSigning(
  { state, signedBy }: Signing,
  { personId, isWithdrawn }: { personId: string; isWithdrawn: boolean },
): SigningRefusal | null {
  if (state === 'co-signed') return 'signed-already';
  if (state !== 'signed') return 'not-signed-yet';
  if (isWithdrawn) return 'version-withdrawn';
  return signedBy === personId ? 'same-person-twice' : null;
}

function refuseVersion({ agreementId }: Signing, inForce: Version | null): SigningRefusal | null {
  if (!inForce) return 'version-withdrawn';
  return inForce.id === agreementId ? null : 'other-version';
}

/**
 * What is wrong with the day on which the governing body met; or null. It has met, and it had the version before it:
 * not before the day on which that was issued. Days are `YYYY-MM-DD`, in London.
 */
export function refuseMeeting(day: string, { issuedOn, today }: { issuedOn: string; today: string }) {
  if (day > today) return 'in-the-future' as const;
  return day < issuedOn ? ('before-issue' as const) : null;
}

/** Which step a person goes on with: what is done is not asked again. */
export const nextStep = (state: SigningState): SigningStep => (state === 'opened' ? 'read' : 'check');

/** A name that somebody types to sign: it has letters in it, and one blank between its parts. */
export function readTypedName(typed: string): string | null {
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  return /\p{L}.*\p{L}/u.test(name) ? name : null;
}

/** The letters of a reference: none that is taken for another when it is read out (no I, L, O, U, 0, 1). */
export const referenceLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A signing's reference, as it is printed and read out on the telephone: `A2-7K3F-Q2XM`. @param bytes eight, at random */
export function referenceOf(number: number, bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, 8)].map((byte) => referenceLetters[byte % referenceLetters.length]);
  return `A${number}-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
