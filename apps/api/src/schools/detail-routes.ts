import * as contract from '@lateral/contract/school-details';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { notFound } from '../problems.ts';
import { readVersion } from '../versions.ts';
import { findDetails } from './detail-queries.ts';
import { findSchool } from './queries.ts';
import { updateDetails } from './update-details.ts';

export const detailRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.getSchoolDetails,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        if (!(await findSchool(db, params.schoolId, dayInLondon(app.now())))) throw notFound();
        return findDetails(db, params.schoolId);
      }),
  });

  app.route({
    ...contract.updateSchoolDetails,
    handler: async (request, reply) => {
      const { params, body: fields } = request;
      const read = { ...params, version: readVersion(request), fields };
      return change(request, reply, (db) => updateDetails(db, request.actor, read, app.now()));
    },
  });
};
