import { groupKinds } from '@lateral/domain/groups/groups';
import { clusterKinds } from '@lateral/domain/schools/clusters';
import { z } from 'zod';
import { endpoint, problem, refusals, versionRefusals, words } from './endpoint.ts';

const tags = ['schools'];

export const cluster = z
  .object({
    id: z.guid(),
    name: z.string(),
    kind: z.enum(clusterKinds),
    version: z.int(),
    schools: z.int(),
    members: z.int(),
  })
  .meta({ id: 'Cluster' });
export type Cluster = z.output<typeof cluster>;

export const listClusters = endpoint({
  method: 'GET',
  url: '/clusters',
  config: { may: 'clusters.read' },
  schema: {
    tags,
    summary: 'Review clusters and how many schools each has',
    response: { 200: z.object({ items: z.array(cluster), unassigned: z.int() }), ...refusals },
  },
});

export const addCluster = endpoint({
  method: 'POST',
  url: '/clusters',
  config: { may: 'clusters.update' },
  schema: {
    tags,
    summary: 'Add a cluster',
    body: z.strictObject({ name: words(60), kind: z.enum(clusterKinds) }),
    response: { 201: cluster, ...refusals, 409: problem },
  },
});

export const renameCluster = endpoint({
  method: 'PATCH',
  url: '/clusters/:clusterId',
  config: { may: 'clusters.update', versioned: true },
  schema: {
    tags,
    summary: 'Rename a cluster',
    params: z.object({ clusterId: z.guid() }),
    body: z.strictObject({ name: words(60) }),
    response: { 200: cluster, ...refusals, ...versionRefusals },
  },
});

export const listGroups = endpoint({
  method: 'GET',
  url: '/groups',
  config: { may: 'clusters.read' },
  schema: {
    tags,
    summary:
      'Trusts, federations, sponsors and dioceses, with how many schools of the partnership are in each now',
    response: {
      200: z.object({
        items: z.array(
          z.object({ uid: z.int(), name: z.string(), kind: z.enum(groupKinds), schools: z.int() }),
        ),
      }),
      ...refusals,
    },
  },
});
