import { dayParts } from '@lateral/domain/calendars/days';
import { areas } from '@lateral/domain/offers/areas';
import { halfDayChoices } from '@lateral/domain/offers/days-offered';
import { reviewingRoles } from '@lateral/domain/people/roles';
import { z } from 'zod';
import { closure, term } from './calendars.ts';
import {
  day,
  endpoint,
  instant,
  page,
  paging,
  problem,
  refusals,
  versionRefusals,
  words,
} from './endpoint.ts';

const tags = ['offers'];
const seasonParams = z.object({ seasonId: z.guid() });
const offerParams = z.object({ seasonId: z.guid(), schoolId: z.guid() });

export const offerStates = ['sent', 'waiting'] as const;

const season = z.object({
  id: z.guid(),
  /** 2026 is the season of 2026/27. */
  year: z.int(),
  windowStart: day,
  windowEnd: day,
  /** Since when members are asked for their days, and until when; null when they are not yet. */
  openedAt: instant.nullable(),
  until: day.nullable(),
});

/** How far the members are with offering their days. */
export const offerRound = z
  .object({
    ...season.shape,
    members: z.int(),
    sent: z.int(),
    /** How many people hear of it when it is opened: heads, deputies and administrators of the members. */
    hearers: z.int(),
  })
  .meta({ id: 'OfferRound' });
export type OfferRound = z.output<typeof offerRound>;

export const listOfferRounds = endpoint({
  method: 'GET',
  url: '/offer-rounds',
  config: { may: 'offers.read' },
  schema: {
    tags,
    summary: 'The seasons for which members are asked for their days, newest first, with one’s own schools',
    response: {
      200: z.object({
        items: z.array(
          z.object({
            ...season.shape,
            /** One’s own member schools, and when each sent its days; none for those who see all. */
            schools: z.array(z.object({ id: z.guid(), name: z.string(), sentAt: instant.nullable() })),
          }),
        ),
      }),
      ...refusals,
    },
  },
});

export const getOfferRound = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/offer-round',
  config: { may: 'offers.ask' },
  schema: {
    tags,
    summary: 'Whether members are asked for their days of a season, and how many have sent them',
    params: seasonParams,
    response: { 200: offerRound, ...refusals },
  },
});

export const openOfferRound = endpoint({
  method: 'PUT',
  url: '/seasons/:seasonId/offer-round',
  config: { may: 'offers.ask' },
  schema: {
    tags,
    summary: 'Ask the members for their days, once; again only sets another day',
    params: seasonParams,
    body: z.strictObject({ until: day }),
    response: { 200: offerRound, ...refusals, 409: problem },
  },
});

export const offerRow = z
  .object({
    id: z.guid(),
    urn: z.int(),
    name: z.string(),
    sent: z.object({ at: instant, by: z.string().nullable() }).nullable(),
    /** Half-days offered, in each capacity. */
    headHalfDays: z.int(),
    deputyHalfDays: z.int(),
    /** When its head was last reminded. */
    remindedAt: instant.nullable(),
  })
  .meta({ id: 'OfferRow' });
export type OfferRow = z.output<typeof offerRow>;

export const offerFilters = { q: z.string().max(100).optional(), state: z.enum(offerStates).optional() };

export const listOffers = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/offers',
  config: { may: 'offers.read' },
  schema: {
    tags,
    summary: 'Which members have sent their days, and how many they offer',
    params: seasonParams,
    querystring: z.strictObject({ ...offerFilters, ...paging }),
    response: { 200: page(offerRow), ...refusals },
  },
});

export const exportOffers = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/offers.csv',
  config: { may: 'offers.read' },
  schema: {
    tags,
    summary: 'The same list as a CSV file, with formulas made harmless',
    params: seasonParams,
    querystring: z.strictObject(offerFilters),
    response: { 200: z.string(), ...refusals },
  },
});

const partOfDay = z.strictObject({ day, part: z.enum(dayParts) });
const area = z.enum(areas);
const leader = z.strictObject({
  personId: z.guid(),
  halfDays: z.literal([...halfDayChoices]),
  expertise: z.array(area).max(areas.length),
});
/** A season has about 190 school days. */
const days = z.array(day).max(400);
const partsOfDays = z.array(partOfDay).max(800);
const named = z.object({ id: z.guid(), name: z.string() });

export const offer = z
  .object({
    /** How often it has been sent; 0 while it has not. */
    version: z.int(),
    season,
    school: named,
    sent: z.object({ at: instant, by: z.string().nullable() }).nullable(),
    /** Nothing has been sent: what stands here is what was offered last, or what a school owes. */
    isPrefilled: z.boolean(),
    mayMake: z.boolean(),
    leaders: z.array(leader),
    /** When the school cannot host, apart from its INSET days. */
    blocked: z.array(partOfDay),
    preferred: z.array(day),
    avoided: z.array(day),
    focus: z.array(area),
    /** Who may not review this school. */
    barred: z.object({ schools: z.array(named), people: z.array(named) }),
    /** Who could go, heads first, with the days on which they cannot. */
    candidates: z.array(
      z.object({
        personId: z.guid(),
        name: z.string(),
        role: z.enum(reviewingRoles),
        away: z.array(partOfDay),
      }),
    ),
    inset: z.array(partOfDay),
    terms: z.array(term),
    closures: z.array(closure),
  })
  .meta({ id: 'Offer' });
export type Offer = z.output<typeof offer>;

export const getOffer = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/offers/:schoolId',
  config: { may: 'offers.read' },
  schema: {
    tags,
    summary: 'What a school offers for a season and asks of its own review; prefilled until it has sent it',
    params: offerParams,
    response: { 200: offer, ...refusals },
  },
});

export const makeOffer = endpoint({
  method: 'PUT',
  url: '/seasons/:seasonId/offers/:schoolId',
  config: { may: 'offers.make', versioned: true },
  schema: {
    tags,
    summary: 'Send what a school offers for a season, whole, in the place of what it sent before',
    params: offerParams,
    body: z.strictObject({
      leaders: z.array(z.strictObject({ ...leader.shape, away: partsOfDays })).max(12),
      blocked: partsOfDays,
      preferred: days,
      avoided: days,
      focus: z.array(area).max(areas.length),
      barred: z.strictObject({
        schoolIds: z.array(z.guid()).max(50),
        personIds: z.array(z.guid()).max(50),
      }),
    }),
    response: { 200: offer, ...refusals, ...versionRefusals },
  },
});

export const findReviewers = endpoint({
  method: 'GET',
  url: '/seasons/:seasonId/offers/:schoolId/reviewers',
  config: { may: 'offers.make' },
  schema: {
    tags,
    summary: 'Member schools and their leaders by name, for a school to say who may not review it',
    params: offerParams,
    querystring: z.strictObject({ q: words(100) }),
    response: {
      200: z.object({
        schools: z.array(named),
        people: z.array(z.object({ ...named.shape, schoolName: z.string() })),
      }),
      ...refusals,
    },
  },
});
