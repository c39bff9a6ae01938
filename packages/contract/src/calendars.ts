import { schoolDayKinds } from '@lateral/domain/calendars/days';
import { z } from 'zod';
import { day, endpoint, refusals, versionRefusals, wholeNumber, words } from './endpoint.ts';

const tags = ['calendars'];
const params = z.object({ year: wholeNumber(2000, 2100) });

export const term = z.object({ name: words(40), start: day, end: day });
export const closure = z.object({ day, name: words(80) });

/** A school year: 2026 is 2026/27, from September to August. */
export const calendar = z
  .object({
    year: z.int(),
    version: z.int(),
    terms: z.array(term),
    closures: z.array(closure),
    /**
     * Every week that begins from 1 September: its Monday, whether schools are shut all week, its reviews, and how many of
     * them people know of.
     */
    weeks: z.array(z.object({ monday: day, isHoliday: z.boolean(), reviews: z.int(), published: z.int() })),
  })
  .meta({ id: 'Calendar' });
export type Calendar = z.output<typeof calendar>;

export const getCalendar = endpoint({
  method: 'GET',
  url: '/calendars/:year',
  config: { may: 'calendar.read' },
  schema: {
    tags,
    summary:
      'Terms, closed days and weeks of a school year; reviews are counted for those who may see the season',
    params,
    response: { 200: calendar, ...refusals },
  },
});

export const setCalendar = endpoint({
  method: 'PUT',
  url: '/calendars/:year',
  config: { may: 'calendar.update', versioned: true },
  schema: {
    tags,
    summary: 'Set the terms and closed days of a school year',
    params,
    body: z.strictObject({
      terms: z.array(z.strictObject(term.shape)).max(8),
      closures: z.array(z.strictObject(closure.shape)).max(60),
    }),
    response: { 200: calendar, ...refusals, ...versionRefusals },
  },
});

export const setSchoolDays = endpoint({
  method: 'PUT',
  url: '/schools/:schoolId/days',
  config: { may: 'calendar.update' },
  schema: {
    tags,
    summary: 'Say on which days a school cannot host: INSET days and blocked days',
    params: z.object({ schoolId: z.guid() }),
    body: z.strictObject({ days: z.array(z.strictObject({ day, kind: z.enum(schoolDayKinds) })).max(200) }),
    response: {
      200: z.object({ days: z.array(z.object({ day, kind: z.enum(schoolDayKinds) })) }),
      ...refusals,
    },
  },
});
