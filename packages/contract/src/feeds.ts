import { z } from 'zod';
import { endpoint, instant, problem, refusals } from './endpoint.ts';

const tags = ['feeds'];

export const feed = z
  .object({
    /** The address to give to a calendar program. Whoever has it reads the days. */
    address: z.string(),
    /** Whether the partnership's terms and closed days are in it. */
    withTerms: z.boolean(),
    madeAt: instant,
    /** When a program last read it, to the hour; null while none has. */
    readAt: instant.nullable(),
  })
  .meta({ id: 'Feed' });

export const getFeed = endpoint({
  method: 'GET',
  url: '/feed',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Your calendar for other programs; null when you have none',
    response: { 200: z.object({ feed: feed.nullable() }), ...refusals },
  },
});

const done = z.object({ withTerms: z.boolean() });

export const makeFeed = endpoint({
  method: 'POST',
  url: '/feed',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Get an address for your calendar; the address that you had stops working',
    response: { 201: done, ...refusals },
  },
});

export const changeFeed = endpoint({
  method: 'PATCH',
  url: '/feed',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Say whether terms and closed days are in your calendar',
    body: z.strictObject({ withTerms: z.boolean() }),
    response: { 200: done, ...refusals },
  },
});

export const withdrawFeed = endpoint({
  method: 'DELETE',
  url: '/feed',
  config: { may: 'account.read' },
  schema: {
    tags,
    summary: 'Withdraw the address of your calendar: it stops working at once',
    response: { 204: z.void(), ...refusals },
  },
});

/** What a calendar program asks for: iCalendar (RFC 5545). The secret stands after the question mark, which no log keeps. */
export const readFeed = endpoint({
  method: 'GET',
  url: '/feed/calendar.ics',
  config: { may: 'anyone' },
  schema: {
    tags,
    summary: 'Somebody’s days as a calendar, for whoever has its secret address',
    querystring: z.object({
      key: z.string().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.[\w-]{43}$/, 'is not complete'),
    }),
    response: { 200: z.string(), 304: z.void(), 400: problem, 404: problem },
  },
});
