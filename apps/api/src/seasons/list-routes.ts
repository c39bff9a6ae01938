import * as contract from '@lateral/contract/season-lists';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { writeCsv } from '../csv.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { notFound } from '../problems.ts';
import { byLeftToGive } from './build-reviewers.ts';
import { readSeasonFacts } from './facts-queries.ts';
import { findReviewers, readFilter } from './find-reviewers.ts';
import { reviewerRows, reviewRows } from './list-csv.ts';
import { findSeason } from './queries.ts';
import { readBoard } from './read-board.ts';

/** What of a season is a list: its reviewers, and both lists as files. */
export const seasonListRoutes: FastifyPluginAsyncZod = async (app) => {
  const today = () => dayInLondon(app.now());
  const boardOf = (partnershipId: string, seasonId: string) =>
    app.database.withPartnership(partnershipId, async (db) => {
      const season = await findSeason(db, seasonId);
      if (!season) throw notFound();
      const facts = await readSeasonFacts(db, season, today());
      return { facts, board: await readBoard(db, seasonId, facts, today()) };
    });

  app.route({
    ...contract.listReviewers,
    handler: async ({ params, query: { cursor, limit, ...query }, actor }) => {
      const size = pageSize(limit);
      const key = readCursor(cursor, 3);
      const after = key && { left: Number(key[0]), name: String(key[1]), personId: String(key[2]) };
      const found = findReviewers(await boardOf(actor.partnershipId, params.seasonId), query, today());
      const rest = after ? found.filter((one) => byLeftToGive(one, after) > 0) : found;
      const page = cutPage(rest, size, ({ left, name, personId }) => [left, name, personId]);
      return { ...page, total: found.length };
    },
  });

  app.route({
    ...contract.exportReviewers,
    handler: async ({ params, query, actor }, reply) => {
      const found = findReviewers(await boardOf(actor.partnershipId, params.seasonId), query, today());
      return sendCsv(reply, 'reviewers.csv', writeCsv(reviewerRows(found)));
    },
  });

  app.route({
    ...contract.exportReviews,
    handler: async ({ params, query, actor }, reply) => {
      const { facts, board } = await boardOf(actor.partnershipId, params.seasonId);
      const filter = { ...readFilter(query), tab: query.tab };
      return sendCsv(reply, 'reviews.csv', writeCsv(reviewRows(facts, board, filter, today())));
    },
  });
};

function sendCsv(reply: FastifyReply, name: string, text: string) {
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${name}"`);
  return reply.serializer(String).send(text);
}
