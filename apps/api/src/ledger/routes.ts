import * as contract from '@lateral/contract/ledger';
import { dayInLondon, schoolYearOf } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { change } from '../changes.ts';
import { writeCsv } from '../csv.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { csvRows } from './csv-rows.ts';
import { comparePlaces, placeOf } from './order.ts';
import { countLoad, match, memberDayOf, readLedger, readYears, seasonOf, totalsOf } from './read-ledger.ts';
import { readSchoolLedger } from './read-school-ledger.ts';
import { writeEntry } from './write-entry.ts';

export const ledgerRoutes: FastifyPluginAsyncZod = async (app) => {
  const today = () => dayInLondon(app.now());
  const yearOf = (year: string | undefined) => (year === undefined ? schoolYearOf(today()) : Number(year));

  const askedOf = (actor: Actor, year: number) => ({
    reach: actor.reach,
    year,
    memberDay: memberDayOf(year, today()),
  });

  app.route({
    ...contract.listLedger,
    handler: async ({ query: { cursor, limit, year: asked, ...filter }, actor }) => {
      const year = yearOf(asked);
      const size = pageSize(limit);
      // A place in the order: rows that have moved meanwhile do not upset it.
      const after = readCursor(cursor, 3);
      return app.database.withPartnership(actor.partnershipId, async (db) => {
        const everyone = await readLedger(db, actor.reach, year, today());
        const rows = await match(db, everyone, filter, askedOf(actor, year));
        const keyOf = (row: (typeof rows)[number]) => placeOf(row, filter.sort);
        const left = after === null ? rows : rows.filter((row) => comparePlaces(keyOf(row), after) > 0);
        return {
          year,
          years: await readYears(db, today()),
          ...cutPage(left, size, keyOf),
          total: rows.length,
          totals: totalsOf(rows),
          season: seasonOf(everyone),
        };
      });
    },
  });

  app.route({
    ...contract.exportLedger,
    handler: async ({ query: { year: asked, ...filter }, actor }, reply) => {
      const year = yearOf(asked);
      const rows = await app.database.withPartnership(actor.partnershipId, async (db) =>
        match(db, await readLedger(db, actor.reach, year, today()), filter, askedOf(actor, year)),
      );
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="ledger-${year}.csv"`);
      return reply.serializer(String).send(writeCsv(csvRows(rows)));
    },
  });

  app.route({
    ...contract.getLoad,
    handler: async ({ query, actor }) => {
      const year = yearOf(query.year);
      const rows = await app.database.withPartnership(actor.partnershipId, (db) =>
        readLedger(db, actor.reach, year, today()),
      );
      return { year, items: countLoad(rows) };
    },
  });

  app.route({
    ...contract.getSchoolLedger,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        readSchoolLedger(db, actor, params.schoolId, today()),
      ),
  });

  app.route({
    ...contract.writeEntry,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      reply.code(201);
      return change(request, reply, async (db) => {
        await writeEntry(db, actor, params.schoolId, body, { at: app.now(), today: today() });
        return readSchoolLedger(db, actor, params.schoolId, today());
      });
    },
  });
};
