import { clauseKinds, mostClauses } from '@lateral/domain/agreements/clauses';
import { agreementStates } from '@lateral/domain/agreements/states';
import { conversionRules, mostNoticeWeeks, renewals } from '@lateral/domain/agreements/terms';
import { z } from 'zod';
import { day, endpoint, instant, lines, refusals, versionRefusals, words } from './endpoint.ts';

const tags = ['agreements'];
const params = z.object({ agreementId: z.guid() });

const title = words(120);
const clause = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'must be 1 to 60 small letters, digits and hyphens'),
  kind: z.enum(clauseKinds),
  heading: words(120),
  text: lines(4000),
});

const terms = z.strictObject({
  /** `yearly`: membership ends with the school year unless the school renews it. */
  renewal: z.enum(renewals),
  noticeWeeks: z.int().min(0).max(mostNoticeWeeks),
  /** What becomes of membership when the school has a successor in the register. */
  conversion: z.enum(conversionRules),
});

/** One version of the membership agreement, without its clauses. */
export const agreementSummary = z
  .object({
    id: z.guid(),
    number: z.int(),
    title: z.string(),
    state: z.enum(agreementStates),
    /** Whether this is the version that schools sign today. */
    isInForce: z.boolean(),
    changedAt: instant,
    /** Until when members are asked to consent to it; null when they are not asked by a day. */
    consentBy: day.nullable(),
    /** Who asked for it to be issued, and whether that was the caller; null for a draft. */
    offered: z.object({ by: z.string(), at: instant, isMine: z.boolean() }).nullable(),
    issued: z.object({ by: z.string(), at: instant }).nullable(),
    withdrawn: z.object({ by: z.string(), at: instant, why: z.string() }).nullable(),
  })
  .meta({ id: 'AgreementSummary' });

export const agreement = agreementSummary
  .extend({
    version: z.int(),
    clauses: z.array(
      z.object({ key: z.string(), kind: z.enum(clauseKinds), heading: z.string(), text: z.string() }),
    ),
    /** Read as one clause more, after the others, where they say anything. */
    terms,
    /** The text as it was issued, byte for byte, and its SHA-256 in hexadecimal; null before. */
    sealed: z.object({ text: z.string(), sha256: z.string() }).nullable(),
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.output<typeof agreement>;
export type AgreementSummary = z.output<typeof agreementSummary>;

export const listAgreements = endpoint({
  method: 'GET',
  url: '/agreements',
  config: { may: 'agreements.read' },
  schema: {
    tags,
    summary: 'The versions of the membership agreement, newest first; drafts only for those who write them',
    response: { 200: z.object({ items: z.array(agreementSummary) }), ...refusals },
  },
});

export const getAgreement = endpoint({
  method: 'GET',
  url: '/agreements/:agreementId',
  config: { may: 'agreements.read' },
  schema: {
    tags,
    summary: 'One version of the membership agreement, with its clauses in order',
    params,
    response: { 200: agreement, ...refusals },
  },
});

export const draftAgreement = endpoint({
  method: 'POST',
  url: '/agreements',
  config: { may: 'agreements.draft' },
  schema: {
    tags,
    summary: 'Begin the next version: from the newest, or from the template when there is none',
    response: { 201: agreement, ...refusals, 409: versionRefusals[409] },
  },
});

export const changeAgreement = endpoint({
  method: 'PUT',
  url: '/agreements/:agreementId',
  config: { may: 'agreements.draft', versioned: true },
  schema: {
    tags,
    summary: 'Change the words of a version that is not issued; one that was offered is a draft again',
    params,
    body: z.strictObject({
      title,
      clauses: z.array(clause).max(mostClauses, `must have at most ${mostClauses} clauses`),
      /** Left out, they stay as they are. */
      terms: terms.optional(),
      consentBy: day.nullable().optional(),
    }),
    response: { 200: agreement, ...refusals, ...versionRefusals },
  },
});

export const dropAgreement = endpoint({
  method: 'DELETE',
  url: '/agreements/:agreementId',
  config: { may: 'agreements.draft' },
  schema: {
    tags,
    summary: 'Throw a version away that is not issued',
    params,
    response: { 204: z.void(), ...refusals, 409: versionRefusals[409] },
  },
});

export const offerAgreement = endpoint({
  method: 'POST',
  url: '/agreements/:agreementId/offer',
  config: { may: 'agreements.draft', versioned: true },
  schema: {
    tags,
    summary: 'Ask a second person to issue a version as it stands',
    params,
    response: { 200: agreement, ...refusals, ...versionRefusals },
  },
});

export const issueAgreement = endpoint({
  method: 'POST',
  url: '/agreements/:agreementId/issue',
  config: { may: 'agreements.issue', versioned: true },
  schema: {
    tags,
    summary: 'Issue a version that somebody else has offered: its words stand from now on, with their hash',
    params,
    response: { 200: agreement, ...refusals, ...versionRefusals },
  },
});

export const withdrawAgreement = endpoint({
  method: 'POST',
  url: '/agreements/:agreementId/withdraw',
  config: { may: 'agreements.issue' },
  schema: {
    tags,
    summary: 'Withdraw a version that was issued: nobody signs it any more',
    params,
    body: z.strictObject({ why: words(500) }),
    response: { 200: agreement, ...refusals, 409: versionRefusals[409] },
  },
});
