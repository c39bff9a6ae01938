import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problems.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const isClean = (text: string) => !text.includes('\0') && text.isWellFormed();

const unclean = (where: string) =>
  new Problem(400, 'invalid-text', {
    errors: [{ pointer: where, detail: 'holds a character that is not allowed (NUL, or half of a pair)' }],
  });

function refuseUnclean(this: unknown, key: string, value: unknown) {
  if (key === '__proto__')
    throw new Problem(400, 'invalid-json', { detail: 'A key has a name that is not allowed.' });
  if (!isClean(key) || (typeof value === 'string' && !isClean(value))) throw unclean(`/body/${key}`);
  return value;
}

/** Reads JSON as what it says: UTF-8 alone, no NUL, no lone surrogate, no `__proto__`. Shapes are zod's business. */
function parseStrictly(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw new Problem(400, 'invalid-text', { detail: 'The body is not UTF-8.' });
  }
  try {
    return JSON.parse(text, refuseUnclean);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'invalid-json', { detail: 'The body is not JSON.' });
  }
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw unclean('/url');
  }
};

/** A sender who takes longer than this over a body that is no file holds nothing any more. */
const bodySeconds = 60;

function limitSlowBody({ raw, headers }: FastifyRequest) {
  if (headers['content-type'] === 'application/octet-stream') return;
  const timer = setTimeout(() => raw.destroy(), bodySeconds * 1000);
  raw.once('close', () => clearTimeout(timer));
  raw.once('end', () => clearTimeout(timer));
}

/** Refuses, with 400, text that no part of the product can hold, wherever it stands in the request. */
export function takeStrictInput(app: FastifyInstance) {
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseStrictly(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('onRequest', async (request) => {
    limitSlowBody(request);
    if (!isClean(decoded(request.url))) throw unclean('/url');
  });
}
