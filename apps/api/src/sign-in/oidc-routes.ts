import * as contract from '@lateral/contract/oidc';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { countAttempt } from '../attempts.ts';
import { signInCookies } from '../cookies.ts';
import { notFound } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { comeBack, setOut } from './come-back.ts';

export const oidcRoutes: FastifyPluginAsyncZod = async (app) => {
  const cookies = signInCookies(app);
  const provider = () => {
    if (!app.provider) throw notFound();
    return app.provider;
  };

  app.route({
    ...contract.listSignInMeans,
    handler: async () => ({ oidc: app.provider && { name: app.provider.name } }),
  });

  app.route({
    ...contract.visitProvider,
    handler: async (request, reply) => {
      const there = provider();
      await countAttempt(app.database, 'oidc-by-place', request.ip);
      const from = { browserHash: cookies.knowBrowser(request, reply), sessionId: null };
      const { url, state } = await setOut(app.database, there, from, app.now());
      cookies.keepVisit(reply, state);
      return { url };
    },
  });

  app.route({
    ...contract.visitProviderToConfirm,
    handler: async ({ actor, ip }, reply) => {
      const there = provider();
      await countAttempt(app.database, 'oidc-by-place', ip);
      const from = { browserHash: hashOf(actor.sessionId), sessionId: actor.sessionId };
      const { url, state } = await setOut(app.database, there, from, app.now());
      cookies.keepVisit(reply, state);
      return { url };
    },
  });

  app.route({
    ...contract.comeBack,
    handler: async (request, reply) => {
      const there = provider();
      await countAttempt(app.database, 'oidc-by-place', request.ip);
      const query = request.url.split('?')[1] ?? '';
      const back = { query, state: request.query.state, cookie: cookies.readVisit(request) };
      cookies.forgetVisit(reply);
      return reply.redirect(await comeBack(app.database, there, back, app.now()), 302);
    },
  });
};
