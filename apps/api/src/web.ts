import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { describeProblem } from './problems.ts';

const answerNotFound = (reply: FastifyReply) =>
  reply
    .code(404)
    .type('application/problem+json')
    .send(JSON.stringify(describeProblem(404, 'not-found')));

/** The pages before sign-in are a light page of their own. */
const isDoor = (url: string) => /^\/(sign-in|mailbox)(\/|\?|$)/.test(url);

/** Serves the built SPA: hashed assets for ever, and its pages for every address that is not the API's. */
export async function serveWeb(app: FastifyInstance, folder: string | undefined) {
  if (!folder) {
    app.setNotFoundHandler((_request, reply) => answerNotFound(reply));
    return;
  }
  const readPage = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const [workspace, door] = [readPage('index.html'), readPage('sign-in.html')];
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (isPage) {
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
      return reply.send(isDoor(request.url) ? door : workspace);
    }
    return answerNotFound(reply);
  });
}
