import * as contract from '@lateral/contract/account';
import { confirmedUntil } from '@lateral/domain/sign-in/sessions';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { countAttempt } from '../attempts.ts';
import { signInCookies } from '../cookies.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { hashOf } from '../secrets.ts';
import { endSessionsOf, recordConfirmed } from './account-queries.ts';
import { askPasskey, checkPasskey } from './check-passkey.ts';
import { confirmWithCode, sendCode } from './confirm-code.ts';
import { listPasskeys } from './passkey-queries.ts';
import { readAccount } from './read-account.ts';

export const accountRoutes: FastifyPluginAsyncZod = async (app) => {
  const cookies = signInCookies(app);
  const atDesk = app.database.withSignInDesk;
  const tell = (actor: Actor, kind: string, detail: Record<string, unknown> = {}) =>
    app.database.withPartnership(actor.partnershipId, (db) =>
      recordEvents(db, actor, [{ kind, detail }], app.now()),
    );

  app.route({
    ...contract.getAccount,
    handler: async ({ actor }) => readAccount(app.database, actor, app.provider?.name ?? null, app.now()),
  });

  app.route({
    ...contract.signOutEverywhere,
    handler: async ({ actor }, reply) => {
      const ended = await atDesk((db) =>
        endSessionsOf(db, actor.personId, 'signed-out-everywhere', app.now()),
      );
      await tell(actor, 'signed-out-everywhere', { ended });
      cookies.forgetRefresh(reply);
      return { ended };
    },
  });

  app.route({
    ...contract.endSession,
    handler: async ({ actor, params }, reply) => {
      const ended = await atDesk((db) =>
        endSessionsOf(db, actor.personId, 'signed-out', app.now(), params.sessionId),
      );
      if (ended === 0) throw notFound();
      return reply.code(204).send();
    },
  });

  app.route({
    ...contract.askPasskeyToConfirm,
    handler: async ({ actor: { personId, sessionId } }) =>
      atDesk(async (db) => {
        if ((await listPasskeys(db, personId)).length === 0) throw refused('passkey-unknown');
        const asking = { ceremony: 'confirm', browserHash: hashOf(sessionId), personId } as const;
        return askPasskey(db, asking, app.publicUrl, app.now());
      }),
  });

  app.route({
    ...contract.confirmWithPasskey,
    handler: async ({ actor, body, ip }) => {
      await countAttempt(app.database, 'passkey-by-place', ip);
      const { personId, sessionId } = actor;
      const asking = { ceremony: 'confirm', browserHash: hashOf(sessionId), personId } as const;
      await atDesk(async (db) => {
        await checkPasskey(db, asking, body.answer, app.publicUrl, app.now());
        await recordConfirmed(db, sessionId, 'passkey', app.now());
      });
      return { until: confirmedUntil(app.now()) };
    },
  });

  app.route({
    ...contract.sendCode,
    handler: async ({ actor }, reply) => {
      await countAttempt(app.database, 'code-sent-to-person', actor.personId);
      return reply.code(202).send(await sendCode(app.database, actor, app.now()));
    },
  });

  app.route({
    ...contract.confirmWithCode,
    handler: async ({ actor, body }) => {
      await countAttempt(app.database, 'code-tried-by-person', actor.personId);
      await confirmWithCode(app.database, actor.sessionId, body.code, app.now());
      return { until: confirmedUntil(app.now()) };
    },
  });
};
