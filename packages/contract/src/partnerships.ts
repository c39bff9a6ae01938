import { taskKinds } from '@lateral/domain/partnerships/tasks';
import { z } from 'zod';
import { day, endpoint, refusals, versionRefusals } from './endpoint.ts';

const tags = ['partnerships'];
export const partnershipSettings = z.object({
  name: z.string(),
  laCode: z.string(),
  isDemonstration: z.boolean(),
  stateFundedTypes: z.array(z.int()),
  version: z.int(),
});

export const getPartnership = endpoint({
  method: 'GET',
  url: '/partnership',
  config: { may: 'partnership.read' },
  schema: {
    tags,
    summary: 'The partnership and its settings',
    response: { 200: partnershipSettings, ...refusals },
  },
});

export const updatePartnership = endpoint({
  method: 'PATCH',
  url: '/partnership',
  config: { may: 'partnership.update', versioned: true },
  schema: {
    tags,
    summary: 'Change which types of school count as state-funded; every school is settled again',
    body: z.strictObject({ stateFundedTypes: z.array(z.int().min(1).max(99)).max(60) }),
    response: { 200: partnershipSettings, ...refusals, ...versionRefusals },
  },
});

export const getToday = endpoint({
  method: 'GET',
  url: '/today',
  config: { may: 'seasons.read' },
  schema: {
    tags,
    summary: "The broker's day: what needs them, and how the season stands",
    response: {
      200: z.object({
        tasks: z.array(z.object({ kind: z.enum(taskKinds), count: z.int() })),
        schools: z.object({ counted: z.int(), members: z.int(), unsettled: z.int() }),
        phases: z.array(z.object({ phase: z.string(), schools: z.int(), members: z.int() })),
        season: z
          .object({
            id: z.guid(),
            year: z.int(),
            placed: z.int(),
            unplaced: z.int(),
            daysNeeded: z.int(),
            daysAvailable: z.int(),
          })
          .nullable(),
        recent: z.array(
          z.object({
            at: z.string(),
            kind: z.string(),
            who: z.string().nullable(),
            detail: z.record(z.string(), z.json()),
          }),
        ),
        week: z.array(
          z.object({
            day,
            reviews: z.array(
              z.object({ schoolId: z.guid(), schoolName: z.string(), isPublished: z.boolean() }),
            ),
          }),
        ),
      }),
      ...refusals,
    },
  },
});
