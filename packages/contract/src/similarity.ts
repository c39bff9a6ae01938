import { ruralities, similarityInputs } from '@lateral/domain/similarity/inputs';
import { mostSchools, mostWeight } from '@lateral/domain/similarity/settings';
import { z } from 'zod';
import { endpoint, instant, problem, refusals, words } from './endpoint.ts';

const tags = ['similarity'];

const weight = z.int().min(0).max(mostWeight);
const weights = z.strictObject({
  pupils: weight,
  fsmPercent: weight,
  sixthForm: weight,
  selective: weight,
  rurality: weight,
});
const settings = {
  /** How much each input counts, from 0 (left out) to 5. */
  weights,
  /** Kilometres within which two schools should not share a cluster; 0 for no bar. */
  barKm: z.number().min(0).max(100),
  clusters: z.int().min(1).max(mostSchools),
};

export const similaritySettings = z
  .object({
    ...settings,
    /** 0 while nobody has changed what Lateral begins with. */
    version: z.int(),
    setAt: instant.nullable(),
    setBy: z.string().nullable(),
  })
  .meta({ id: 'SimilaritySettings' });
export type KeptSettings = z.output<typeof similaritySettings>;

export const getSimilarity = endpoint({
  method: 'GET',
  url: '/similarity',
  config: { may: 'clusters.read' },
  schema: {
    tags,
    summary: 'How secondary schools are compared here, and who last changed it',
    response: { 200: similaritySettings, ...refusals },
  },
});

export const setSimilarity = endpoint({
  method: 'PUT',
  url: '/similarity',
  config: { may: 'clusters.update' },
  schema: {
    tags,
    summary: 'Keep how secondary schools are compared; `version` is the one that was seen',
    body: z.strictObject({ ...settings, version: z.int().min(0) }),
    response: { 200: similaritySettings, ...refusals, 409: problem },
  },
});

const inputs = z.object({
  pupils: z.int().nullable(),
  fsmPercent: z.number().nullable(),
  sixthForm: z.boolean().nullable(),
  selective: z.boolean().nullable(),
  rurality: z.enum(ruralities).nullable(),
});
const comparedSchool = z
  .object({
    id: z.guid(),
    name: z.string(),
    town: z.string().nullable(),
    inputs,
    /** Its place in metres of the National Grid. */
    at: z.object({ easting: z.int(), northing: z.int() }).nullable(),
    /** The cluster of similar schools that it is in now. */
    cluster: z.string().nullable(),
  })
  .meta({ id: 'ComparedSchool' });
export type ComparedSchoolRow = z.output<typeof comparedSchool>;

const part = z.object({
  input: z.enum(similarityInputs),
  difference: z.number(),
  adds: z.number(),
  isKnown: z.boolean(),
});

export const listSimilarSchools = endpoint({
  method: 'GET',
  url: '/schools/:schoolId/similar',
  config: { may: 'schools.read' },
  schema: {
    tags,
    summary:
      'The secondary schools most like this one, with what each input adds; for the whole partnership’s readers',
    params: z.object({ schoolId: z.guid() }),
    response: {
      200: z.object({
        settings: similaritySettings,
        /** Null when the school is not compared: it is not an open state school of the secondary phase. */
        subject: comparedSchool.nullable(),
        /** Most alike first, at most twenty. `difference` is from 0 to 1. */
        neighbours: z.array(
          z.object({
            school: comparedSchool,
            difference: z.number(),
            km: z.number().nullable(),
            parts: z.array(part),
          }),
        ),
        compared: z.int(),
      }),
      ...refusals,
    },
  },
});
export type SimilarSchools = z.output<(typeof listSimilarSchools)['schema']['response'][200]>;

const pair = z.object({ a: z.guid(), b: z.guid(), km: z.number() });

export const proposeClusters = endpoint({
  method: 'POST',
  url: '/similarity/proposal',
  config: { may: 'clusters.update' },
  schema: {
    tags,
    summary: 'Propose clusters of similar secondary schools; nothing is stored',
    body: z.strictObject(settings),
    response: {
      200: z.object({
        /** Stands for the schools as they were compared; sent back to apply. */
        basis: z.string(),
        schools: z.array(comparedSchool),
        clusters: z.array(
          z.object({
            name: z.string(),
            schoolIds: z.array(z.guid()),
            difference: z.number(),
            nearest: pair.nullable(),
            broken: z.array(pair),
          }),
        ),
        /** The mean difference within the clusters of today; null when there are none. */
        presentDifference: z.number().nullable(),
        /** The largest crowd found of schools that are all nearer to one another than the bar. */
        crowd: z.array(z.guid()),
      }),
      ...refusals,
      409: problem,
    },
  },
});
export type Proposal = z.output<(typeof proposeClusters)['schema']['response'][200]>;

export const applySimilarClusters = endpoint({
  method: 'POST',
  url: '/similarity/clusters',
  config: { may: 'clusters.update' },
  schema: {
    tags,
    summary: 'Make these the clusters of similar secondary schools, all or none; again changes nothing',
    body: z.strictObject({
      basis: z.string().max(100),
      settings: z.strictObject(settings),
      clusters: z
        .array(
          z.strictObject({
            name: words(60),
            schoolIds: z.array(z.guid()).min(1, 'must hold a school').max(mostSchools),
          }),
        )
        .min(1)
        .max(mostSchools),
    }),
    response: {
      200: z.object({ moved: z.int(), added: z.int(), removed: z.int() }),
      ...refusals,
      409: problem,
    },
  },
});
