import { roles } from '@lateral/domain/people/roles';
import { z } from 'zod';
import { day, endpoint, page, paging, refusals } from './endpoint.ts';

const tags = ['people'];

export const person = z
  .object({
    personId: z.guid(),
    name: z.string(),
    email: z.string(),
    roles: z.array(
      z.object({
        role: z.enum(roles),
        schoolId: z.guid().nullable(),
        schoolName: z.string().nullable(),
        from: day.nullable(),
        to: day.nullable(),
      }),
    ),
    trainedOn: day.nullable(),
    canLead: z.boolean(),
    /** Whether the broker has confirmed that the address is this person's own; `role-mailbox` when it cannot be. */
    address: z.enum(['confirmed', 'unconfirmed', 'role-mailbox']),
    /** Days on which they cannot go out to review. */
    awayDays: z.int(),
  })
  .meta({ id: 'Person' });
export type Person = z.output<typeof person>;

export const peopleFilters = {
  q: z.string().max(100).optional(),
  role: z.enum([...roles, 'leaders']).optional(),
  trained: z.enum(['yes', 'no']).optional(),
};

export const listPeople = endpoint({
  method: 'GET',
  url: '/people',
  config: { may: 'people.read' },
  schema: {
    tags,
    summary: 'People with a role today, by name',
    querystring: z.strictObject({ ...peopleFilters, ...paging }),
    response: { 200: page(person), ...refusals },
  },
});

export const getPerson = endpoint({
  method: 'GET',
  url: '/people/:personId',
  config: { may: 'people.read' },
  schema: {
    tags,
    summary: 'One person with a role today',
    params: z.object({ personId: z.guid() }),
    response: { 200: person, ...refusals },
  },
});

export const recordTraining = endpoint({
  method: 'POST',
  url: '/people/training',
  config: { may: 'people.train' },
  schema: {
    tags,
    summary: 'Record when reviewers were trained, and whether they may lead',
    body: z.strictObject({
      personIds: z.array(z.guid()).min(1).max(30_000),
      trainedOn: day,
      canLead: z.boolean().optional(),
    }),
    response: { 200: z.object({ changed: z.int() }), ...refusals },
  },
});

export const confirmAddresses = endpoint({
  method: 'POST',
  url: '/people/addresses',
  config: { may: 'people.confirm' },
  schema: {
    tags,
    summary: 'Confirm that people’s addresses are their own and nobody else reads them, or take that back',
    body: z.strictObject({ personIds: z.array(z.guid()).min(1).max(30_000), confirmed: z.boolean() }),
    response: {
      200: z.object({
        changed: z.int(),
        /** Left out: nobody can confirm that an office's mailbox is one person's. */
        roleMailboxes: z.int(),
      }),
      ...refusals,
    },
  },
});

export const setAwayDays = endpoint({
  method: 'PUT',
  url: '/people/:personId/away-days',
  config: { may: 'calendar.update' },
  schema: {
    tags,
    summary: 'Say on which days a leader cannot go out to review',
    params: z.object({ personId: z.guid() }),
    body: z.strictObject({ days: z.array(day).max(400) }),
    response: { 200: z.object({ days: z.array(day) }), ...refusals },
  },
});
