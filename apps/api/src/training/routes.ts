import * as contract from '@lateral/contract/training';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { change } from '../changes.ts';
import { writeCsv } from '../csv.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { notFound } from '../problems.ts';
import { readVersion } from '../versions.ts';
import { bookPlace, giveUpPlace } from './book-place.ts';
import { callOffSession, changeSession, createSession } from './change-session.ts';
import { bookingReach, describeSessions, readSession } from './describe-session.ts';
import { countSessions, findSession, listPlaces, listSessions } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';
import { countTrainees, listComing, listTrainees } from './trainee-queries.ts';

export const trainingRoutes: FastifyPluginAsyncZod = async (app) => {
  const today = () => dayInLondon(app.now());
  const callsOf = ({ partnershipId }: Actor) => {
    const { publicUrl, mailFrom } = app;
    return { partnershipId, publicUrl, mailFrom, at: app.now() };
  };

  app.route({
    ...contract.listSessions,
    handler: async ({ query: { when = 'coming', cursor, limit }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(limit);
        const page = { after: readCursor(cursor, 3), limit: size };
        const rows = await listSessions(db, when, today(), page);
        const { items, next } = cutPage(rows, size, ({ day, startsAt, id }) => [day, startsAt, id]);
        return {
          items: await describeSessions(db, actor, items, today()),
          next,
          total: await countSessions(db, when, today()),
        };
      }),
  });

  app.route({
    ...contract.getSession,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        readSession(db, actor, params.sessionId, today()),
      ),
  });

  app.route({
    ...contract.createSession,
    handler: async (request, reply) => {
      const { body, actor } = request;
      reply.code(201);
      return change(request, reply, async (db) => {
        const id = await createSession(db, actor, body, app.now());
        return readSession(db, actor, id, today());
      });
    },
  });

  app.route({
    ...contract.changeSession,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      const read = readVersion(request);
      return change(request, reply, async (db) => {
        await changeSession(db, actor, params.sessionId, { ...body, read }, callsOf(actor));
        return readSession(db, actor, params.sessionId, today());
      });
    },
  });

  app.route({
    ...contract.callOffSession,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await callOffSession(db, actor, params.sessionId, body, callsOf(actor));
        return readSession(db, actor, params.sessionId, today());
      });
    },
  });

  app.route({
    ...contract.bookPlace,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      reply.code(201);
      return change(request, reply, async (db) => {
        await bookPlace(db, actor, { ...params, ...body }, callsOf(actor));
        return readSession(db, actor, params.sessionId, today());
      });
    },
  });

  app.route({
    ...contract.giveUpPlace,
    handler: async (request, reply) => {
      const { params, actor } = request;
      return change(request, reply, async (db) => {
        await giveUpPlace(db, actor, params, callsOf(actor));
        return readSession(db, actor, params.sessionId, today());
      });
    },
  });

  app.route({
    ...contract.recordAttendance,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        await recordAttendance(db, actor, params.sessionId, body.people, app.now());
        return readSession(db, actor, params.sessionId, today());
      });
    },
  });

  app.route({
    ...contract.exportSession,
    handler: async ({ params, actor }, reply) => {
      const { session, places } = await app.database.withPartnership(actor.partnershipId, async (db) => {
        const seeing = { reach: bookingReach(actor), self: actor.personId, day: today() };
        return {
          session: await findSession(db, params.sessionId),
          places: await listPlaces(db, [params.sessionId], seeing),
        };
      });
      if (!session) throw notFound();
      const came = (attended: boolean | null) => (attended === null ? '' : attended ? 'Yes' : 'No');
      const rows = places.map((row) => [row.name, row.schoolName, row.email, came(row.attended)]);
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="training-${session.day}.csv"`);
      return reply.serializer(String).send(writeCsv([['Name', 'School', 'Address', 'Came'], ...rows]));
    },
  });

  app.route({
    ...contract.listTrainees,
    handler: async ({ query: { cursor, limit, q, standing }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(limit);
        const asking = { reach: actor.reach, self: actor.personId, day: today() };
        const page = { after: readCursor(cursor, 3), limit: size };
        const rows = await listTrainees(db, asking, { q, standing }, page);
        const { items, next } = cutPage(rows, size, (row) => [row.lastName, row.firstName, row.personId]);
        const ids = items.map(({ personId }) => personId);
        const booked = Map.groupBy(await listComing(db, ids, today()), ({ personId }) => personId);
        const counts = await countTrainees(db, asking, { q });
        return {
          items: items.map((row) => ({ ...row, booked: booked.get(row.personId) ?? [] })),
          next,
          total: standing ? counts[standing] : counts.trained + counts.booked + counts.neither,
          counts,
        };
      }),
  });
};
