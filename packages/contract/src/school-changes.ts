import { z } from 'zod';
import { day, endpoint, problem, refusals } from './endpoint.ts';

const tags = ['schools'];
const schoolIds = z.array(z.guid()).min(1, 'must name a school').max(30_000);

/** What a change to many schools did; `changeId` undoes it, null when nothing changed. */
const changed = z.object({ changed: z.int(), changeId: z.guid().nullable() });
const changePreview = z
  .object({
    changing: z.int(),
    staying: z.int(),
    /** The first hundred that would change. */
    names: z.array(z.string()),
    /** Schools that do not count as state schools, so that nothing could be done: the first of them. */
    refused: z.array(z.string()),
    /** Clusters that schools would leave, and how many would. */
    leaving: z.array(z.object({ name: z.string(), schools: z.int() })),
  })
  .meta({ id: 'SchoolChangePreview' });
export type SchoolChangePreview = z.output<typeof changePreview>;

export const markMembers = endpoint({
  method: 'POST',
  url: '/schools/members',
  config: { may: 'schools.mark-members' },
  schema: {
    tags,
    summary: 'Mark schools as members from a day, or end their membership on it',
    body: z.strictObject({ schoolIds, member: z.boolean(), on: day }),
    response: { 200: changed, ...refusals, 409: problem },
  },
});

export const previewMembers = endpoint({
  method: 'POST',
  url: '/schools/members/preview',
  config: { may: 'schools.mark-members' },
  schema: {
    tags,
    summary: 'What marking schools as members, or ending it, would change; nothing is changed',
    body: z.strictObject({ schoolIds, member: z.boolean() }),
    response: { 200: changePreview, ...refusals },
  },
});

export const undoSchoolChange = endpoint({
  method: 'POST',
  url: '/schools/changes/:changeId/undo',
  config: { may: 'schools.mark-members' },
  schema: {
    tags,
    summary:
      'Undo a change of your own to many schools, within a minute and while no school has changed since',
    params: z.object({ changeId: z.guid() }),
    response: { 200: z.object({ undone: z.int() }), ...refusals, 409: problem },
  },
});

export const assignCluster = endpoint({
  method: 'POST',
  url: '/clusters/:clusterId/schools',
  config: { may: 'clusters.update' },
  schema: {
    tags,
    summary: 'Put schools in a cluster, out of any other of its kind; or take them out of it',
    params: z.object({ clusterId: z.guid() }),
    body: z.strictObject({ schoolIds, inCluster: z.boolean() }),
    response: { 200: changed, ...refusals },
  },
});

export const previewCluster = endpoint({
  method: 'POST',
  url: '/clusters/:clusterId/schools/preview',
  config: { may: 'clusters.update' },
  schema: {
    tags,
    summary: 'What putting schools in a cluster, or taking them out of it, would change; nothing is changed',
    params: z.object({ clusterId: z.guid() }),
    body: z.strictObject({ schoolIds, inCluster: z.boolean() }),
    response: { 200: changePreview, ...refusals },
  },
});
