import * as contract from '@lateral/contract/sign-in';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { permissionsOf } from '@lateral/domain/policy';
import { nameBrowser } from '@lateral/domain/sign-in/browsers';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { countAttempt } from '../attempts.ts';
import { beginSession } from '../begin-session.ts';
import { signInCookies } from '../cookies.ts';
import { notFound, signInFirst } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { accountRoutes } from './account-routes.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { openSession } from './open-session.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import {
  endSession,
  findDemonstration,
  findPartnership,
  findPersonName,
  listNewestMail,
  listPeopleByRole,
  listRolesNamed,
  lockRefreshToken,
} from './queries.ts';
import { redeemLink } from './redeem-link.ts';
import { refreshSession } from './refresh-session.ts';
import { sendLink } from './send-link.ts';

/** How many people of each role are offered to sign in as. */
const offered = 3;

export const signInRoutes: FastifyPluginAsyncZod = async (app) => {
  const cookies = signInCookies(app);
  const browserOf = ({ headers }: FastifyRequest) => nameBrowser(headers['user-agent']);
  /** Mail kept here is shown to this machine alone, and never through a proxy. */
  const isHere = (request: FastifyRequest) =>
    app.mailbox &&
    request.headers['x-forwarded-for'] === undefined &&
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');

  app.route({
    ...contract.askForLink,
    handler: async (request, reply) => {
      const { email } = request.body;
      // Counted alike for addresses that we know and those that we do not: the answer tells nobody which.
      await countAttempt(app.database, 'link-by-place', request.ip);
      await countAttempt(app.database, 'link-by-address', email.trim().toLowerCase());
      const browserHash = cookies.knowBrowser(request, reply);
      await app.database.withSignInDesk((db) => sendLink(db, email, browserHash, app.publicUrl, app.now()));
      return reply.code(202).send({ sent: true });
    },
  });

  app.route({
    ...contract.redeemLink,
    handler: async (request, reply) => {
      await countAttempt(app.database, 'redeem-by-place', request.ip);
      const { token, partnershipId } = request.body;
      const browserHash = cookies.readBrowser(request);
      const given = { token, partnershipId, browserHash, browser: browserOf(request) };
      return beginSession(
        app,
        reply,
        await app.database.withSignInDesk((db) => redeemLink(db, given, app.now())),
      );
    },
  });

  app.route({
    ...contract.refreshSession,
    handler: async (request, reply) => {
      const token = cookies.readRefresh(request);
      const opened =
        token && (await app.database.withSignInDesk((db) => refreshSession(db, token, app.now())));
      if (!opened) {
        cookies.forgetRefresh(reply);
        throw signInFirst();
      }
      return beginSession(app, reply, opened);
    },
  });

  app.route({
    ...contract.signOut,
    handler: async (request, reply) => {
      const token = cookies.readRefresh(request);
      if (token) {
        await app.database.withSignInDesk(async (db) => {
          const known = await lockRefreshToken(db, hashOf(token));
          if (known) await endSession(db, known.sessionId, 'signed-out', app.now());
        });
      }
      cookies.forgetRefresh(reply);
      return reply.code(204).send();
    },
  });

  app.route({
    ...contract.listDemonstrationPeople,
    handler: async () => {
      const demonstration = await app.database.withSignInDesk(findDemonstration);
      if (!demonstration) throw notFound();
      const today = dayInLondon(app.now());
      const people = await app.database.withPartnership(demonstration.id, (db) =>
        listPeopleByRole(db, today, offered),
      );
      return { partnershipName: demonstration.name, people };
    },
  });

  app.route({
    ...contract.signInAs,
    handler: async (request, reply) => {
      const { personId } = request.body;
      const demonstration = await app.database.withSignInDesk(findDemonstration);
      if (!demonstration) throw notFound();
      const today = dayInLondon(app.now());
      const roles = await app.database.withPartnership(demonstration.id, (db) =>
        listRolesNamed(db, personId, today),
      );
      if (roles.length === 0) throw notFound();
      const opened = await app.database.withSignInDesk((db) =>
        openSession(
          db,
          personId,
          demonstration.id,
          { by: 'demonstration', browser: browserOf(request) },
          app.now(),
        ),
      );
      return beginSession(app, reply, opened);
    },
  });

  app.route({
    ...contract.getMe,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const roles = await listRolesNamed(db, actor.personId, dayInLondon(app.now()));
        const person = await findPersonName(db, actor.personId);
        const partnership = await findPartnership(db);
        if (!person || !partnership) throw signInFirst();
        return { personId: actor.personId, ...person, partnership, roles, may: permissionsOf(actor.roles) };
      }),
  });

  app.route({
    ...contract.listMailbox,
    handler: async (request) => {
      if (!isHere(request)) throw notFound();
      return { mails: await app.database.withSignInDesk(listNewestMail) };
    },
  });

  await app.register(passkeyRoutes);
  await app.register(accountRoutes);
  await app.register(oidcRoutes);
};
