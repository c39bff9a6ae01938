import { groupKinds } from '@lateral/domain/groups/groups';
import { clusterKinds } from '@lateral/domain/schools/clusters';
import { phases } from '@lateral/domain/schools/phases';
import { settlements } from '@lateral/domain/schools/settlements';
import { z } from 'zod';
import { day, endpoint, instant, page, paging, problem, refusals } from './endpoint.ts';

const tags = ['schools'];
const params = z.object({ schoolId: z.guid() });

export const schoolSorts = ['name', '-name', 'town', 'pupils', '-pupils', 'urn'] as const;
/** Which schools a list holds: state schools that are open (the usual), those to settle, those left out, closed ones. */
export const schoolShows = ['counted', 'unsettled', 'not-counted', 'closed', 'all'] as const;

const named = z.object({ id: z.guid(), name: z.string() });

export const schoolRow = z
  .object({
    id: z.guid(),
    urn: z.int(),
    name: z.string(),
    isOpen: z.boolean(),
    phases: z.array(z.enum(phases)),
    typeName: z.string().nullable(),
    town: z.string().nullable(),
    postcode: z.string().nullable(),
    pupils: z.int().nullable(),
    trust: z.string().nullable(),
    federation: z.string().nullable(),
    settlement: z.enum(settlements),
    counted: z.boolean(),
    memberSince: day.nullable(),
    clusters: z.array(named.extend({ kind: z.enum(clusterKinds) })),
  })
  .meta({ id: 'SchoolRow' });
export type SchoolRow = z.output<typeof schoolRow>;

export const schoolFilters = {
  q: z.string().max(100).optional(),
  show: z.enum(schoolShows).optional(),
  phase: z.enum(phases).optional(),
  cluster: z.union([z.guid(), z.literal('none')]).optional(),
  /** The number of a trust, federation, sponsor or diocese. */
  group: z.coerce.number().int().min(1).max(9_999_999).optional(),
  member: z.enum(['yes', 'no']).optional(),
  sort: z.enum(schoolSorts).optional(),
};

export const listSchools = endpoint({
  method: 'GET',
  url: '/schools',
  config: { may: 'schools.read' },
  schema: {
    tags,
    summary: 'Schools, forgiving of spelling, by phase, cluster and membership',
    querystring: z.strictObject({ ...schoolFilters, ...paging }),
    response: { 200: page(schoolRow), ...refusals },
  },
});

export const exportSchools = endpoint({
  method: 'GET',
  url: '/schools.csv',
  config: { may: 'schools.export' },
  schema: {
    tags,
    summary: 'The same list as a CSV file, with formulas made harmless',
    querystring: z.strictObject(schoolFilters),
    response: { 200: z.string(), ...refusals },
  },
});

/** Every school that matches, small enough to send whole: what a map draws. */
export const schoolsMap = z
  .object({
    clusters: z.array(named.extend({ kind: z.enum(clusterKinds) })),
    schools: z.array(
      z.object({
        id: z.guid(),
        name: z.string(),
        /** Easting and northing in metres of the British National Grid; null when the register gives none. */
        at: z.tuple([z.int(), z.int()]).nullable(),
        /** Its own phase; null when nobody knows. */
        phase: z.enum(phases).nullable(),
        /** Its clusters, as places in the list of clusters. */
        clusters: z.array(z.int()),
        member: z.boolean(),
        /** Whether the newest season has a day for it; null for those who may not see the season. */
        dated: z.boolean().nullable(),
      }),
    ),
  })
  .meta({ id: 'SchoolsMap' });
export type SchoolsMap = z.output<typeof schoolsMap>;

export const getSchoolsMap = endpoint({
  method: 'GET',
  url: '/schools/map',
  config: { may: 'schools.read' },
  schema: {
    tags,
    summary: 'The same schools as points: where each is, its phase, its clusters, whether it has joined',
    querystring: z.strictObject(schoolFilters),
    response: { 200: schoolsMap, ...refusals },
  },
});

const fact = z.object({ field: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) });
const record = z.object({
  urn: z.int(),
  name: z.string(),
  status: z.string(),
  openedOn: day.nullable(),
  closedOn: day.nullable(),
  isCurrent: z.boolean(),
});
const related = z.object({
  urn: z.int(),
  name: z.string(),
  schoolId: z.guid().nullable(),
  relation: z.enum(['predecessor', 'successor']),
  linkType: z.string(),
  on: day.nullable(),
});
const schoolPerson = z.object({
  personId: z.guid(),
  name: z.string(),
  role: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  trainedOn: day.nullable(),
  canLead: z.boolean(),
});

export const school = schoolRow
  .extend({
    facts: z.array(fact),
    source: z.object({ file: z.string(), date: day }),
    /** The legal records the school has had, newest first. */
    records: z.array(record),
    related: z.array(related),
    people: z.array(schoolPerson),
    /** Groups that it is or was in, those that it is in first. */
    groups: z.array(
      z.object({
        uid: z.int(),
        name: z.string(),
        kind: z.enum(groupKinds),
        joinedOn: day.nullable(),
        leftOn: day.nullable(),
        /** The register says that its head leads other schools of the group. */
        hasSharedHead: z.boolean(),
        /** Schools of the partnership that are in it now. */
        schools: z.int(),
      }),
    ),
    /** Heads of the school who lead other schools too, with those. */
    sharedHeads: z.array(z.object({ name: z.string(), schools: z.array(named) })),
    days: z.array(z.object({ day, kind: z.string() })),
    /** Its draft review, for those who may see the season. */
    review: z
      .object({
        day,
        team: z.array(z.object({ name: z.string(), schoolName: z.string(), isLead: z.boolean() })),
      })
      .nullable(),
  })
  .meta({ id: 'School' });
export type School = z.output<typeof school>;

export const getSchool = endpoint({
  method: 'GET',
  url: '/schools/:schoolId',
  config: { may: 'schools.read' },
  schema: {
    tags,
    summary: 'One school: facts with their source, people, history',
    params,
    response: { 200: school, ...refusals },
  },
});

export const event = z.object({
  id: z.int(),
  at: instant,
  kind: z.string(),
  who: z.string().nullable(),
  /** The head in whose name it was done. */
  onBehalfOf: z.string().nullable(),
  detail: z.record(z.string(), z.json()),
});

export const listSchoolEvents = endpoint({
  method: 'GET',
  url: '/schools/:schoolId/events',
  config: { may: 'schools.read' },
  schema: {
    tags,
    summary: 'What has happened to a school, newest first',
    params,
    querystring: z.strictObject(paging),
    response: { 200: page(event), ...refusals },
  },
});

export const settleSchool = endpoint({
  method: 'PUT',
  url: '/schools/:schoolId/settlement',
  config: { may: 'schools.settle' },
  schema: {
    tags,
    summary: 'Say whether a school whose type is unknown counts as a state school',
    params,
    body: z.strictObject({
      counted: z.boolean(),
      /** Its phases, when the register does not say. */
      phases: z.array(z.enum(phases)).min(1).max(3).optional(),
    }),
    response: { 200: schoolRow, ...refusals, 409: problem },
  },
});
