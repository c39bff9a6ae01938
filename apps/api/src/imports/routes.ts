import { Readable } from 'node:stream';
import * as contract from '@lateral/contract/imports';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { change } from '../changes.ts';
import { cutPage, pageSize, readCursor } from '../paging.ts';
import { cancelImport } from './cancel-import.ts';
import { markFile } from './mark-file.ts';
import { discardImport, found, sendToWork, takeOut } from './move-import.ts';
import { planUndo } from './plan-undo.ts';
import { countChanges, countImports, listChanges, listImports, recordImport } from './queries.ts';
import { sendToUndo } from './run-undo.ts';
import { takeFile } from './take-file.ts';

export const importRoutes: FastifyPluginAsyncZod = async (app) => {
  // A file is a stream: it is never held whole.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  app.route({
    ...contract.listImports,
    handler: async ({ query, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const size = pageSize(query.limit);
        const rows = await listImports(db, { after: readCursor(query.cursor, 2), limit: size });
        return {
          ...cutPage(rows, size, (row) => [row.createdAt.toISOString(), row.id]),
          total: await countImports(db),
        };
      }),
  });

  app.route({
    ...contract.startImport,
    handler: async (request, reply) => {
      const { body, actor } = request;
      reply.code(201);
      return change(request, reply, async (db) =>
        found(db, await recordImport(db, actor.partnershipId, body.kind, actor.personId, app.now())),
      );
    },
  });

  app.route({
    ...contract.uploadFile,
    // The largest file at a slow school's speed; the time limit of ordinary requests is for JSON.
    bodyLimit: 260 * 1024 * 1024,
    handler: async ({ params, body, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) =>
        takeFile(db, actor, { ...params, bytes: (body ?? []) as AsyncIterable<Uint8Array> }),
      ),
  });

  app.route({
    ...contract.getImport,
    handler: async ({ params, actor }) =>
      app.database.withPartnership(actor.partnershipId, (db) => found(db, params.importId)),
  });

  app.route({
    ...contract.listChanges,
    handler: async ({ params, query, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        await found(db, params.importId);
        const size = pageSize(query.limit);
        const [after] = readCursor(query.cursor, 1) ?? [-1];
        const rows = await listChanges(db, params.importId, query.kind, Number(after), size);
        const total = await countChanges(db, params.importId, query.kind);
        return { ...cutPage(rows, size, ({ position }) => [position]), total };
      }),
  });

  app.route({
    ...contract.checkImport,
    handler: async (request, reply) => {
      reply.code(202);
      return change(request, reply, (db) => sendToWork(db, request.actor, request.params.importId, 'check'));
    },
  });

  app.route({
    ...contract.applyImport,
    handler: async (request, reply) => {
      reply.code(202);
      return change(request, reply, (db) => sendToWork(db, request.actor, request.params.importId, 'apply'));
    },
  });

  app.route({
    ...contract.discardImport,
    handler: async (request, reply) =>
      change(request, reply, (db) => discardImport(db, request.params.importId)),
  });

  app.route({
    ...contract.cancelImport,
    handler: async (request, reply) =>
      change(request, reply, (db) => cancelImport(db, request.params.importId)),
  });

  app.route({
    ...contract.removeFile,
    handler: async (request, reply) =>
      change(request, reply, (db) => takeOut(db, request.params.importId, request.params.name)),
  });

  app.route({
    ...contract.getMarkedFile,
    handler: async ({ params, query, actor }, reply) => {
      const file = await markFile(app.database, actor.partnershipId, { ...params, ...query });
      const name = params.name.replace(/(\.\w+)?$/, ' to put right.csv');
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return reply.send(Readable.from(file) as never);
    },
  });

  app.route({
    ...contract.previewUndo,
    handler: async ({ params, query, actor }) =>
      app.database.withPartnership(actor.partnershipId, async (db) => {
        const { state } = await found(db, params.importId);
        const { items, ...plan } = await planUndo(db, params.importId, state);
        const size = pageSize(query.limit);
        const [from] = readCursor(query.cursor, 1) ?? [0];
        const rows = items.map((item, at) => ({ ...item, at })).slice(Number(from), Number(from) + size + 1);
        return { ...plan, ...cutPage(rows, size, ({ at }) => [at + 1]), total: items.length };
      }),
  });

  app.route({
    ...contract.undoImport,
    handler: async (request, reply) => {
      const { params, body, actor } = request;
      reply.code(202);
      return change(request, reply, (db) => sendToUndo(db, actor, params.importId, body.seen));
    },
  });
};
