import * as changes from '@lateral/contract/school-changes';
import * as contract from '@lateral/contract/schools';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { writeCsv } from '../csv.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { notFound } from '../problems.ts';
import { clusterRoutes } from './cluster-routes.ts';
import { csvRows } from './csv-rows.ts';
import { detailRoutes } from './detail-routes.ts';
import { markMembers } from './mark-members.ts';
import { previewMembers } from './preview-change.ts';
import { findSchool, listAndCountSchools, listSchools } from './queries.ts';
import { readMap } from './read-map.ts';
import { readSchool } from './read-school.ts';
import { countEvents, listEvents } from './school-page-queries.ts';
import { settleSchool } from './settle-school.ts';
import { undoSchoolChange } from './undo-school-change.ts';

/** More rows than any partnership has; a CSV file is written whole. */
const everySchool = 100_000;

export const schoolRoutes: FastifyPluginAsyncZod = async (app) => {
  const today = () => dayInLondon(app.now());
  app.route({
    ...contract.listSchools,
    handler: async ({ query: { cursor, limit, ...filter }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(limit);
        const page = { after: readCursor(cursor, 2), limit: size };
        const { rows, total } = await listAndCountSchools(db, actor.reach, { ...filter, day: today() }, page);
        return { ...cutPage(rows, size, ({ key, id }) => [key, id]), total };
      }),
  });

  app.route({
    ...contract.exportSchools,
    handler: async ({ query, actor }, reply) => {
      const page = { after: null, limit: everySchool };
      const rows = await app.database.withPartnership(actor.partnershipId, (db) =>
        listSchools(db, actor.reach, { ...query, day: today() }, page),
      );
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="schools.csv"');
      return reply.serializer(String).send(writeCsv(csvRows(rows)));
    },
  });

  app.route({
    ...contract.getSchoolsMap,
    handler: async ({ query, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        readMap(db, actor, { ...query, day: today() }),
      ),
  });

  app.route({
    ...contract.getSchool,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        readSchool(db, actor, params.schoolId, app.now()),
      ),
  });

  app.route({
    ...contract.listSchoolEvents,
    handler: async ({ params, query, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        if (!(await findSchool(db, params.schoolId, today()))) throw notFound();
        const size = pageSize(query.limit);
        const [before] = readCursor(query.cursor, 1) ?? [null];
        const rows = await listEvents(db, params.schoolId, before === null ? null : Number(before), size);
        const total = await countEvents(db, params.schoolId);
        const events = rows.map((row) => ({
          ...row,
          who: row.who === '' ? null : row.who,
          detail: row.detail as Record<string, never>,
        }));
        return { ...cutPage(events, size, ({ id }) => [id]), total };
      }),
  });

  app.route({
    ...contract.settleSchool,
    handler: async (request, reply) =>
      change(request, reply, (db) =>
        settleSchool(db, request.actor, { ...request.params, ...request.body }, app.now()),
      ),
  });

  app.route({
    ...changes.markMembers,
    handler: async (request, reply) =>
      change(request, reply, (db) => markMembers(db, request.actor, request.body, app.now())),
  });

  app.route({
    ...changes.previewMembers,
    handler: async ({ body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => previewMembers(db, body, today())),
  });

  app.route({
    ...changes.undoSchoolChange,
    handler: async (request, reply) =>
      change(request, reply, (db) => undoSchoolChange(db, request.actor, request.params.changeId, app.now())),
  });

  await app.register(clusterRoutes);
  await app.register(detailRoutes);
};
