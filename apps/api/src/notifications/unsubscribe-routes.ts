import * as contract from '@lateral/contract/notifications';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { unsubscribe } from './unsubscribe.ts';

/** A mail program that stops the mail by itself posts a form (RFC 8058); what is in it does not matter. */
const formKinds = ['application/x-www-form-urlencoded', 'multipart/form-data'];

export const unsubscribeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addContentTypeParser(formKinds, { parseAs: 'string', bodyLimit: 4096 }, (_request, _body, done) =>
    done(null, undefined),
  );

  app.route({
    ...contract.openUnsubscribe,
    // A scanner that follows every link of a mail stops nothing: the page asks first. Behind # it is in no log.
    handler: async ({ query }, reply) => reply.redirect(`/sign-in/unsubscribe#${query.token}`, 302),
  });

  app.route({
    ...contract.unsubscribe,
    handler: async ({ query }) => {
      await unsubscribe(app.database, app.derive, query.token);
      return { stopped: true as const };
    },
  });
};
