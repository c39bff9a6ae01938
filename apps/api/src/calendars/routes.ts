import * as contract from '@lateral/contract/calendars';
import type { Db } from '@lateral/db/client';
import { type CalendarRefusal, listWeeks, refuseTerms } from '@lateral/domain/calendars/weeks';
import { decide } from '@lateral/domain/policy';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { change } from '../changes.ts';
import { recordEvents } from '../events.ts';
import { badField, notFound } from '../problems.ts';
import { readVersion, requireVersion } from '../versions.ts';
import {
  countReviewsByWeek,
  findCalendarVersion,
  hasSchool,
  listClosures,
  listTerms,
  replaceCalendar,
  replaceSchoolDays,
  takeCalendarVersion,
} from './queries.ts';

const faults: Record<CalendarRefusal, [field: string, detail: string]> = {
  'term-backwards': ['end', 'is before the term begins'],
  'outside-year': ['start', 'is not in this school year'],
  'terms-overlap': ['start', 'is inside another term'],
  'same-name': ['name', 'is the name of another term'],
};

async function readCalendar(db: Db, actor: Actor, year: number) {
  const terms = await listTerms(db, year);
  const closures = await listClosures(db, year);
  const mayCount = typeof decide(actor.roles, 'seasons.read') === 'object';
  const counts = mayCount ? await countReviewsByWeek(db, year) : null;
  const weeks = listWeeks(year, terms, new Set(closures.map(({ day }) => day)));
  return {
    year,
    version: await findCalendarVersion(db, year),
    terms,
    closures,
    weeks: weeks.map((week) => ({ ...week, ...(counts?.get(week.monday) ?? { reviews: 0, published: 0 }) })),
  };
}

export const calendarRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.getCalendar,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => readCalendar(db, actor, Number(params.year))),
  });

  app.route({
    ...contract.setCalendar,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      const year = Number(params.year);
      const fault = refuseTerms(year, body.terms);
      if (fault) {
        const [field, detail] = faults[fault.refusal];
        throw badField(`/body/terms/${fault.at}/${field}`, detail);
      }
      const read = readVersion(request);
      return change(request, reply, async (db) => {
        requireVersion((await takeCalendarVersion(db, actor.partnershipId, year)) - 1, read);
        await replaceCalendar(db, actor.partnershipId, year, body);
        await recordEvents(db, actor, [{ kind: 'calendar-set', detail: { year } }], app.now());
        return readCalendar(db, actor, year);
      });
    },
  });

  app.route({
    ...contract.setSchoolDays,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        if (!(await hasSchool(db, params.schoolId))) throw notFound();
        const days = [...new Map(body.days.map((row) => [row.day, row])).values()].sort((a, b) =>
          a.day.localeCompare(b.day),
        );
        await replaceSchoolDays(db, actor.partnershipId, params.schoolId, days);
        const { schoolId } = params;
        const told = [{ kind: 'school-days-set', schoolId, detail: { days: days.length } }];
        await recordEvents(db, actor, told, app.now());
        return { days };
      });
    },
  });
};
