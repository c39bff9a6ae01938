import { conversionRules } from '@lateral/domain/agreements/terms';
import { endReasons } from '@lateral/domain/memberships/spans';
import { z } from 'zod';
import { day, endpoint, instant, lines, problem, refusals, words } from './endpoint.ts';
import { membershipRow } from './memberships.ts';

const tags = ['memberships'];
const params = z.object({ schoolId: z.guid() });

const span = z.object({
  from: day,
  /** The last day of membership, included; null when none is set. */
  to: day.nullable(),
  endsWhy: z.enum(endReasons).nullable(),
});

/** A school's membership today, what follows from it, and what may be done about it. */
export const schoolMembership = z
  .object({
    school: z.object({ id: z.guid(), name: z.string(), urn: z.int() }),
    /** The membership that holds today, or the last that did; null when there was none. */
    membership: span.nullable(),
    isMember: z.boolean(),
    /** How far it is, as the list of members says it; null for a school that cannot be a member. */
    line: membershipRow.pick({ standing: true, needs: true, membership: true, signed: true }).nullable(),
    /** The newest version that the school has signed and co-signed; null when it has signed none. */
    signed: z.object({ number: z.int(), reference: z.string(), on: day }).nullable(),
    follows: z.object({
      mayVote: z.boolean(),
      isReviewed: z.boolean(),
      owesDays: z.boolean(),
      getsMemberPrice: z.boolean(),
      sharesOutcomes: z.boolean(),
    }),
    /** What renewing today would come to; null when it cannot be renewed now. */
    renewal: z.object({ until: day }).nullable(),
    /** It could be renewed, were the version in force signed and co-signed: signing that renews it too. */
    isNewVersionFirst: z.boolean(),
    /** The last day of membership if notice were given today; null when it cannot be. */
    leaving: z.object({ endsOn: day }).nullable(),
    /** The notice that stands; why it was given is for the broker and the school alone. */
    notice: z
      .object({ endsOn: day, why: z.string().nullable(), givenBy: z.string(), givenAt: instant })
      .nullable(),
    /** The school's legal record has changed, and nobody has settled what becomes of its membership. */
    conversion: z
      .object({ fromUrn: z.int(), toUrn: z.int(), openedOn: day.nullable(), rule: z.enum(conversionRules) })
      .nullable(),
    may: z.object({ renew: z.boolean(), leave: z.boolean(), settle: z.boolean() }),
  })
  .meta({ id: 'SchoolMembership' });
export type SchoolMembership = z.output<typeof schoolMembership>;

const answers = { 200: schoolMembership, ...refusals, 409: problem };

export const getMembership = endpoint({
  method: 'GET',
  url: '/schools/:schoolId/membership',
  config: { may: 'memberships.read' },
  schema: {
    tags,
    summary: 'A school’s membership today, and what follows from it',
    params,
    response: { 200: schoolMembership, ...refusals },
  },
});

export const renewMembership = endpoint({
  method: 'POST',
  url: '/schools/:schoolId/membership/renewal',
  config: { may: 'memberships.renew' },
  schema: {
    tags,
    summary: 'Say that the school stays a member for another year, as its headteacher',
    params,
    body: z.strictObject({
      metOn: day,
      minute: words(60),
      name: words(100),
      /** Ticked: they may do this for the school. */
      hasAuthority: z.literal(true, 'must be ticked'),
      /** The last day that they were shown. */
      until: day,
    }),
    response: answers,
  },
});

export const giveNotice = endpoint({
  method: 'POST',
  url: '/schools/:schoolId/membership/notice',
  config: { may: 'memberships.leave' },
  schema: {
    tags,
    summary: 'Give notice that the school leaves',
    params,
    body: z.strictObject({
      /** The last day that they were shown. */
      endsOn: day,
      why: lines(1000).nullable(),
    }),
    response: answers,
  },
});

export const takeBackNotice = endpoint({
  method: 'DELETE',
  url: '/schools/:schoolId/membership/notice',
  config: { may: 'memberships.leave' },
  schema: {
    tags,
    summary: 'Take the notice back: the school stays a member',
    params,
    response: answers,
  },
});

export const settleConversion = endpoint({
  method: 'POST',
  url: '/schools/:schoolId/membership/conversion',
  config: { may: 'memberships.settle' },
  schema: {
    tags,
    summary: 'Settle what becomes of the membership of a school whose legal record has changed',
    params,
    body: z.strictObject({
      outcome: z.enum(conversionRules),
      /** The new record that they were shown. */
      toUrn: z.int(),
    }),
    response: answers,
  },
});
