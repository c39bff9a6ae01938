import * as contract from '@lateral/contract/passkeys';
import { nameBrowser } from '@lateral/domain/sign-in/browsers';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { countAttempt } from '../attempts.ts';
import { beginSession } from '../begin-session.ts';
import { change } from '../changes.ts';
import { signInCookies } from '../cookies.ts';
import { recordEvents } from '../events.ts';
import { notFound } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { findOwnAddress } from './account-queries.ts';
import { addPasskey, askToAddPasskey } from './add-passkey.ts';
import { askPasskey, checkPasskey } from './check-passkey.ts';
import { choosePartnership, openSession } from './open-session.ts';
import { deletePasskey, recordPasskeyName } from './passkey-queries.ts';

export const passkeyRoutes: FastifyPluginAsyncZod = async (app) => {
  const cookies = signInCookies(app);
  const atDesk = app.database.withSignInDesk;

  app.route({
    ...contract.askPasskeyToSignIn,
    handler: async (request, reply) => {
      await countAttempt(app.database, 'passkey-by-place', request.ip);
      const browserHash = cookies.knowBrowser(request, reply);
      const asking = { ceremony: 'sign-in', browserHash, personId: null } as const;
      return atDesk((db) => askPasskey(db, asking, app.publicUrl, app.now()));
    },
  });

  app.route({
    ...contract.signInWithPasskey,
    handler: async (request, reply) => {
      await countAttempt(app.database, 'passkey-by-place', request.ip);
      const asking = {
        ceremony: 'sign-in',
        browserHash: cookies.readBrowser(request),
        personId: null,
      } as const;
      const { answer, partnershipId } = request.body;
      const entry = {
        by: 'passkey',
        browser: nameBrowser(request.headers['user-agent']),
        confirmedBy: 'passkey',
      } as const;
      const opened = await atDesk(async (db) => {
        const personId = await checkPasskey(db, asking, answer, app.publicUrl, app.now());
        const chosen = await choosePartnership(db, personId, partnershipId, app.now());
        return openSession(db, personId, chosen, entry, app.now());
      });
      return beginSession(app, reply, opened);
    },
  });

  app.route({
    ...contract.askToAddPasskey,
    handler: async ({ actor }) => {
      const { personId, partnershipId, sessionId } = actor;
      const person = await app.database.withPartnership(partnershipId, (db) => findOwnAddress(db, personId));
      if (!person) throw notFound();
      const owner = { personId, sessionHash: hashOf(sessionId), ...person };
      return atDesk((db) => askToAddPasskey(db, owner, app.publicUrl, app.now()));
    },
  });

  // Two walls, two transactions: the key first. Sent again after a lost answer it is `passkey-known`, and in the list.
  app.route({
    ...contract.addPasskey,
    handler: async ({ actor, body }, reply) => {
      const owner = { personId: actor.personId, sessionHash: hashOf(actor.sessionId) };
      const kept = await atDesk((db) => addPasskey(db, owner, body, app.publicUrl, app.now()));
      await app.database.withPartnership(actor.partnershipId, (db) =>
        recordEvents(db, actor, [{ kind: 'passkey-added' }], app.now()),
      );
      return reply.code(201).send(kept);
    },
  });

  app.route({
    ...contract.renamePasskey,
    handler: async ({ actor, params, body }) => {
      const renamed = await atDesk((db) =>
        recordPasskeyName(db, actor.personId, params.passkeyId, body.name),
      );
      if (!renamed) throw notFound();
      return renamed;
    },
  });

  app.route({
    ...contract.removePasskey,
    handler: async (request, reply) => {
      const { actor, params } = request;
      const removed = await atDesk((db) => deletePasskey(db, actor.personId, params.passkeyId));
      if (!removed) throw notFound();
      reply.code(204);
      return change(request, reply, (db) =>
        recordEvents(db, actor, [{ kind: 'passkey-removed' }], app.now()),
      );
    },
  });
};
