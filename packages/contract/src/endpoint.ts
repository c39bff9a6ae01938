import type { Permission } from '@lateral/domain/policy';
import { z } from 'zod';

/** Who may call an endpoint: anyone at all, anyone signed in, or those whom the policy table allows. */
export type May = 'anyone' | 'signed-in' | Permission;

/**
 * One HTTP endpoint. The shape is the one that Fastify's `app.route` takes, so the API spreads it and adds a
 * handler, and the SPA passes it to `call`: nothing is generated.
 */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: `/${string}`;
  readonly config: {
    readonly may: May;
    /** Changes a thing that has a version: the caller says by If-Match which version it read (428, 412). */
    readonly versioned?: true;
  };
  readonly schema: {
    readonly tags: readonly string[];
    readonly summary: string;
    readonly params?: z.ZodObject;
    readonly querystring?: z.ZodObject;
    readonly body?: z.ZodType;
    readonly response: { readonly [status: number]: z.ZodType };
  };
};

export const endpoint = <const E extends Endpoint>(e: E): E => e;

/** A `Date` in code, an ISO 8601 instant on the wire. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** A school day: a plain date `YYYY-MM-DD`, never an instant. */
export const day = z.iso.date();

/** A whole number in a query string. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .refine((text) => Number(text) >= least && Number(text) <= most, `must be from ${least} to ${most}`);

/** RFC 9457. `code` is stable; `errors` names each field at fault by a JSON pointer. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    /** How many seconds to wait before trying again. */
    retryAfter: z.int().optional(),
    choices: z.array(z.object({ id: z.guid(), name: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** The answers that any endpoint behind sign-in may give. */
export const refusals = { 400: problem, 401: problem, 403: problem, 404: problem } as const;
/** The further answers of a change of something that has a version. */
export const versionRefusals = { 409: problem, 412: problem, 428: problem } as const;

/** What every list takes: where to go on from, and how many. */
export const paging = {
  cursor: z.string().max(400).optional(),
  limit: wholeNumber(1, 200).optional(),
};

/** One page of a list. `next` is the cursor of the page after, or null on the last. `total` counts every page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int() });

/** Words that a person typed: trimmed, not empty, no control characters. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'must not hold control characters');

/** Several lines that a person typed: trimmed, not empty, no control characters but line ends. */
export const lines = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most} characters`)
    .regex(/^[^\p{Cc}]*(?:\r?\n[^\p{Cc}]*)*$/u, 'must not hold control characters');
