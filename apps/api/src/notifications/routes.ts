import * as contract from '@lateral/contract/notifications';
import { readableBy } from '@lateral/domain/notifications/kinds';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Actor } from '../actor.ts';
import { change } from '../changes.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { notFound } from '../problems.ts';
import { chooseChannel, readChoices } from './choose-channel.ts';
import {
  countNotifications,
  countUnread,
  hasNotification,
  listNotifications,
  recordRead,
} from './queries.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';

const readerOf = ({ personId, roles }: Actor) => ({ personId, readable: readableBy(roles) });

export const notificationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({
    ...contract.listNotifications,
    handler: async ({ query: { cursor, limit, ...filter }, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(limit);
        const [before] = readCursor(cursor, 1) ?? [null];
        const page = { before: before === null ? null : Number(before), limit: size };
        const rows = await listNotifications(db, readerOf(actor), filter, page);
        const total = await countNotifications(db, readerOf(actor), filter);
        return { ...cutPage(rows, size, ({ id }) => [id]), total };
      }),
  });

  app.route({
    ...contract.countNotifications,
    handler: async ({ actor }) =>
      app.database.readAtOnce(actor.partnershipId, async (db) => ({
        unread: await countUnread(db, readerOf(actor)),
      })),
  });

  app.route({
    ...contract.readNotification,
    handler: async (request, reply) =>
      change(request, reply, async (db) => {
        const reader = readerOf(request.actor);
        const id = Number(request.params.notificationId);
        if (!(await hasNotification(db, reader, id))) throw notFound();
        await recordRead(db, reader, { id }, app.now());
        return { unread: await countUnread(db, reader) };
      }),
  });

  app.route({
    ...contract.readNotifications,
    handler: async (request, reply) =>
      change(request, reply, async (db) => {
        const reader = readerOf(request.actor);
        await recordRead(db, reader, request.body, app.now());
        return { unread: await countUnread(db, reader) };
      }),
  });

  app.route({
    ...contract.listChoices,
    handler: async ({ actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => ({
        items: await readChoices(db, actor),
      })),
  });

  app.route({
    ...contract.chooseChannel,
    handler: async (request, reply) =>
      change(request, reply, (db) =>
        chooseChannel(db, request.actor, { ...request.params, ...request.body }),
      ),
  });

  await app.register(unsubscribeRoutes);
};
