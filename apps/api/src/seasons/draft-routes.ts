import * as contract from '@lateral/contract/season-draft';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { notFound } from '../problems.ts';
import { describeOpenings, editDraft, findOpenings, refuseBreaches, undoStep } from './edit-draft.ts';
import { readPresent } from './read-present.ts';

export const draftRoutes: FastifyPluginAsyncZod = async (app) => {
  const moment = () => ({ now: app.now(), today: dayInLondon(app.now()) });
  const presentOf = async (partnershipId: string, seasonId: string) => {
    const present = await app.database.withPartnership(partnershipId, (db) =>
      readPresent(db, seasonId, moment().today),
    );
    if (!present) throw notFound();
    return present;
  };

  app.route({
    ...contract.listOpenings,
    handler: async ({ params, actor }) => {
      const present = await presentOf(actor.partnershipId, params.seasonId);
      const found = await findOpenings(present, params.schoolId);
      return app.database.withPartnership(actor.partnershipId, (db) => describeOpenings(db, found));
    },
  });

  app.route({
    ...contract.placeReview,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      const { draftVersion, ...wanted } = body;
      const present = await presentOf(actor.partnershipId, params.seasonId);
      if (present.draftVersion === draftVersion) await refuseBreaches(present, params.schoolId, wanted);
      return change(request, reply, (db) =>
        editDraft(db, actor, { ...params, draftVersion }, wanted, moment()),
      );
    },
  });

  app.route({
    ...contract.takeOutReview,
    handler: async (request, reply) => {
      const { params, query, actor } = request;
      const draftVersion = Number(query.draftVersion);
      return change(request, reply, (db) =>
        editDraft(db, actor, { ...params, draftVersion }, null, moment()),
      );
    },
  });

  app.route({
    ...contract.undoStep,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      return change(request, reply, (db) => undoStep(db, actor, params.seasonId, body.draftVersion));
    },
  });
};
