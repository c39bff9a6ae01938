import * as contract from '@lateral/contract/sign-in';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { permissionsOf } from '@lateral/domain/policy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { notFound, signInFirst } from '../problems.ts';
import { type Opened, openSession } from './open-session.ts';
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
import { hashOf, makeSecret } from './secrets.ts';
import { sendLink } from './send-link.ts';

/** How many people of each role are offered to sign in as. */
const offered = 3;

export const signInRoutes: FastifyPluginAsyncZod = async (app) => {
  const secure = app.publicUrl.startsWith('https:');
  const name = (cookie: string) => (secure ? `__Host-${cookie}` : cookie);
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  const refreshCookie = name('lateral-refresh');
  const browserCookie = name('lateral-browser');

  const begin = (reply: FastifyReply, { refresh, ...claims }: Opened) => {
    if (refresh) reply.setCookie(refreshCookie, refresh.token, { ...cookie, expires: refresh.expiresAt });
    return { accessToken: app.jwt.sign(claims) };
  };
  /** Mail kept here is shown to this machine alone, and never through a proxy. */
  const isHere = (request: FastifyRequest) =>
    app.mailbox &&
    request.headers['x-forwarded-for'] === undefined &&
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');

  app.route({
    ...contract.askForLink,
    handler: async ({ body, cookies }, reply) => {
      const browser = cookies[browserCookie] ?? makeSecret();
      reply.setCookie(browserCookie, browser, { ...cookie, maxAge: 86_400 });
      await app.database.withSignInDesk((db) => sendLink(db, body.email, browser, app.publicUrl, app.now()));
      return reply.code(202).send({ sent: true });
    },
  });

  app.route({
    ...contract.redeemLink,
    handler: async ({ body, cookies }, reply) => {
      const given = { token: body.token, browser: cookies[browserCookie], partnershipId: body.partnershipId };
      return begin(reply, await app.database.withSignInDesk((db) => redeemLink(db, given, app.now())));
    },
  });

  app.route({
    ...contract.refreshSession,
    handler: async ({ cookies }, reply) => {
      const token = cookies[refreshCookie];
      const opened =
        token && (await app.database.withSignInDesk((db) => refreshSession(db, token, app.now())));
      if (!opened) {
        reply.clearCookie(refreshCookie, cookie);
        throw signInFirst();
      }
      return begin(reply, opened);
    },
  });

  app.route({
    ...contract.signOut,
    handler: async ({ cookies }, reply) => {
      const token = cookies[refreshCookie];
      if (token) {
        await app.database.withSignInDesk(async (db) => {
          const known = await lockRefreshToken(db, hashOf(token));
          if (known) await endSession(db, known.sessionId, 'signed-out', app.now());
        });
      }
      reply.clearCookie(refreshCookie, cookie);
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
    handler: async ({ body }, reply) => {
      const demonstration = await app.database.withSignInDesk(findDemonstration);
      if (!demonstration) throw notFound();
      const today = dayInLondon(app.now());
      const roles = await app.database.withPartnership(demonstration.id, (db) =>
        listRolesNamed(db, body.personId, today),
      );
      if (roles.length === 0) throw notFound();
      const opened = await app.database.withSignInDesk((db) =>
        openSession(db, body.personId, demonstration.id, app.now()),
      );
      return begin(reply, opened);
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
        return { personId: actor.personId, ...person, partnership, roles, may: permissionsOf(roles) };
      }),
  });

  app.route({
    ...contract.listMailbox,
    handler: async (request) => {
      if (!isHere(request)) throw notFound();
      return { mails: await app.database.withSignInDesk(listNewestMail) };
    },
  });
};
