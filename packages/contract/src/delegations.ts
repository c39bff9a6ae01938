import { z } from 'zod';
import { day, endpoint, instant, problem, refusals } from './endpoint.ts';

const tags = ['delegations'];

export const delegation = z
  .object({
    id: z.guid(),
    schoolId: z.guid(),
    schoolName: z.string(),
    principal: z.object({ personId: z.guid(), name: z.string() }),
    delegate: z.object({ personId: z.guid(), name: z.string() }),
    until: day,
    createdAt: instant,
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.output<typeof delegation>;

export const listDelegations = endpoint({
  method: 'GET',
  url: '/delegations',
  config: { may: 'delegations.read' },
  schema: {
    tags,
    summary: 'Who may prepare things in a head’s name in your schools, and whom a head could ask',
    response: {
      200: z.object({
        items: z.array(delegation),
        /** Those of a school whom its head could ask to prepare things. */
        candidates: z.array(
          z.object({ schoolId: z.guid(), schoolName: z.string(), personId: z.guid(), name: z.string() }),
        ),
      }),
      ...refusals,
    },
  },
});

export const lendRole = endpoint({
  method: 'POST',
  url: '/delegations',
  config: { may: 'delegations.lend' },
  schema: {
    tags,
    summary: 'Let somebody of your school prepare things in your name, until a day',
    body: z.strictObject({ schoolId: z.guid(), delegateId: z.guid(), until: day }),
    response: { 201: delegation, ...refusals, 409: problem },
  },
});

export const endDelegation = endpoint({
  method: 'DELETE',
  url: '/delegations/:delegationId',
  config: { may: 'delegations.lend' },
  schema: {
    tags,
    summary: 'Take back what you lent, at once',
    params: z.object({ delegationId: z.guid() }),
    response: { 204: z.void(), ...refusals },
  },
});
