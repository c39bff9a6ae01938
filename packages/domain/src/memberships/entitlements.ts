import { holdsOn, type Span } from './spans.ts';

/** What a school may expect, and what is expected of it, on a day. */
export type Entitlements = {
  /** Its head and its governing body vote for the board, and it votes at the annual general meeting. */
  mayVote: boolean;
  /** It has a review in the school year. */
  isReviewed: boolean;
  /** Its leaders give days to review other schools. */
  owesDays: boolean;
  /** It pays the members' price for training and support. */
  getsMemberPrice: boolean;
  /** What its reviews find is shared with the partnership. */
  sharesOutcomes: boolean;
};

/** A school's memberships, and the days on which it has signed and co-signed a version of the agreement. */
export type Membership = { spans: readonly Span[]; signedOn: readonly string[] };

/**
 * What follows from a school's membership on a day: the one place that says so, never kept twice. All of it comes with
 * being a member (consultation, "The proposed membership and governance structure"), but for the sharing of outcomes:
 * that is a consent, and a school that was marked as a member by hand has given none until it signs.
 * @param day `YYYY-MM-DD`, in London
 */
export function entitlementsOn({ spans, signedOn }: Membership, day: string): Entitlements {
  const isMember = spans.some((span) => holdsOn(span, day));
  const hasConsented = signedOn.some((signed) => signed <= day);
  return {
    mayVote: isMember,
    isReviewed: isMember,
    owesDays: isMember,
    getsMemberPrice: isMember,
    sharesOutcomes: isMember && hasConsented,
  };
}
