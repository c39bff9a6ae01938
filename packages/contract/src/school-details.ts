import { z } from 'zod';
import { endpoint, instant, lines, refusals, versionRefusals, words } from './endpoint.ts';

const tags = ['schools'];
const params = z.object({ schoolId: z.guid() });
const line = (most: number) => words(most).nullable();
const several = (most: number) => lines(most).nullable();

/** What a school says of itself for its visitors; null where it says nothing. */
export const schoolDetailFields = z.strictObject({
  email: z.email('must be an e-mail address').max(254).nullable(),
  phone: line(40),
  website: z
    .url({ protocol: /^https?$/, error: 'must be a web address, such as https://www.oak.sch.uk' })
    .max(200)
    .nullable(),
  /** Whom to ask for at the door. */
  askFor: line(120),
  /** How to find the school, where to park. */
  arrival: several(1000),
  /** For people who cannot use stairs, and the like. */
  access: several(1000),
});
export type SchoolDetailFields = z.output<typeof schoolDetailFields>;

export const schoolDetails = z
  .object({
    ...schoolDetailFields.shape,
    /** 0 when the school has said nothing yet. */
    version: z.int(),
    changedAt: instant.nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'SchoolDetails' });
export type SchoolDetails = z.output<typeof schoolDetails>;

export const getSchoolDetails = endpoint({
  method: 'GET',
  url: '/schools/:schoolId/details',
  config: { may: 'schools.read' },
  schema: {
    tags,
    summary: 'What a school says of itself for its visitors',
    params,
    response: { 200: schoolDetails, ...refusals },
  },
});

export const updateSchoolDetails = endpoint({
  method: 'PUT',
  url: '/schools/:schoolId/details',
  config: { may: 'schools.update', versioned: true },
  schema: {
    tags,
    summary: 'Change what a school says of itself; If-Match says which version was read',
    params,
    body: schoolDetailFields,
    response: { 200: schoolDetails, ...refusals, ...versionRefusals },
  },
});
