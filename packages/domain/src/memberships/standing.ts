import { addDays } from '../calendars/weeks.ts';
import { type EndReason, holdsOn, renewalDays } from './spans.ts';

/**
 * How far a school is on its way to being a member: it has not been asked (`not-asked`), has been invited (`asked`), has
 * opened the agreement (`opened`), its governing body has agreed (`agreed`), its head has signed and the co-signature is
 * missing (`signed`); it is a member (`member`), or was one and has begun nothing since (`left`).
 */
export const standings = ['not-asked', 'asked', 'opened', 'agreed', 'signed', 'member', 'left'] as const;
export type Standing = (typeof standings)[number];
/** Every standing of a school that is not a member. */
export const standingsBefore = standings.filter((standing) => standing !== 'member');

/**
 * What somebody still has to do for a school: the chair co-signs (`co-signer`), a member signs the version in force
 * (`consent`), a member renews (`renewal`), a member that has given notice is on its way out (`leaving`), the broker says
 * what becomes of a membership whose school has another legal record now (`conversion`).
 */
export const needs = ['co-signer', 'consent', 'renewal', 'leaving', 'conversion'] as const;
export type Need = (typeof needs)[number];

/** The day after which a last day is still far away. */
export const renewalHorizon = (day: string) => addDays(day, renewalDays);

/** What is known of one school, for the rules here. Of several memberships it is the one that holds, else the last. */
export type MembershipFacts = {
  /** The URN that the school has now. */
  urn: number;
  membership: { from: string; to: string | null; endsWhy: EndReason | null; urn: number | null } | null;
  /** How far a signing is that can still be finished; null when none has begun. */
  begun: 'opened' | 'agreed' | 'signed' | null;
  /** It has signed a version, and its chair has co-signed it: this one or an earlier one. */
  hasSigned: boolean;
  /** The same of the version in force; null when none is in force. */
  hasSignedInForce: boolean | null;
  /** Somebody of it has been asked to join or to sign since the version in force was issued. */
  wasAsked: boolean;
};

/** The one standing of a school on a day. A member is a member, whatever its signing says. */
export function standingOf(facts: MembershipFacts, day: string): Standing {
  const { membership, begun } = facts;
  if (membership && holdsOn(membership, day)) return 'member';
  if (begun) return begun;
  // It joins on a later day: it has been asked, and there is nothing more to ask.
  if (membership && membership.from > day) return 'asked';
  if (membership || facts.hasSigned) return 'left';
  return facts.wasAsked ? 'asked' : 'not-asked';
}

/** What a school needs on a day, in the order of `needs`. */
export function needsOf(facts: MembershipFacts, day: string): Need[] {
  const { membership, begun, urn } = facts;
  const found: Need[] = begun === 'signed' ? ['co-signer'] : [];
  if (!membership || !holdsOn(membership, day)) return found;
  if (facts.hasSignedInForce === false) found.push('consent');
  if (isToRenew(membership, day)) found.push('renewal');
  if (membership.endsWhy === 'notice') found.push('leaving');
  if (membership.urn !== null && membership.urn !== urn && membership.endsWhy !== 'lapsed')
    found.push('conversion');
  return found;
}

/** Whether a membership ends with its year, soon, and nobody has renewed it. */
export const isToRenew = (
  { to, endsWhy }: { to: string | null; endsWhy: EndReason | null },
  day: string,
): boolean => endsWhy === 'term' && to !== null && to <= renewalHorizon(day);
