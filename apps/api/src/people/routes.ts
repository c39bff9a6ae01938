import * as contract from '@lateral/contract/people';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { recordEvents } from '../events.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { notFound } from '../problems.ts';
import { confirmAddresses } from './confirm-addresses.ts';
import { countPeople, findPerson, listPeople, lockPeople, replaceAwayDays } from './queries.ts';
import { recordTraining } from './record-training.ts';

export const peopleRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listPeople,
    handler: async ({ query: { cursor, limit, ...filter }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(limit);
        const today = dayInLondon(app.now());
        const page = { after: readCursor(cursor, 3), limit: size };
        const rows = await listPeople(db, actor.reach, filter, today, page);
        const total = await countPeople(db, actor.reach, filter, today);
        return { ...cutPage(rows, size, (row) => [row.lastName, row.firstName, row.personId]), total };
      }),
  });

  app.route({
    ...contract.getPerson,
    handler: async ({ params, actor }) => {
      const today = dayInLondon(app.now());
      const person = await app.database.withPartnership(actor.partnershipId, (db) =>
        findPerson(db, actor.reach, params.personId, today),
      );
      if (!person) throw notFound();
      return person;
    },
  });

  app.route({
    ...contract.recordTraining,
    handler: async (request, reply) =>
      change(request, reply, (db) => recordTraining(db, request.actor, request.body, app.now())),
  });

  app.route({
    ...contract.confirmAddresses,
    handler: async (request, reply) =>
      change(request, reply, (db) => confirmAddresses(db, request.actor, request.body, app.now())),
  });

  app.route({
    ...contract.setAwayDays,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, async (db) => {
        const days = [...new Set(body.days)].sort();
        const [person] = await lockPeople(db, [params.personId]);
        if (!person) throw notFound();
        await replaceAwayDays(db, actor.partnershipId, params.personId, days);
        const detail = { personId: params.personId, days: days.length };
        await recordEvents(db, actor, [{ kind: 'away-days-set', detail }], app.now());
        return { days };
      });
    },
  });
};
