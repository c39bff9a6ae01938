import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { GivenBefore } from './changes.ts';
import { describeProblem, type FieldFault, Problem } from './problems.ts';

/** PostgreSQL is away, full or shutting down, as its driver or SQLSTATE says: worth trying again. */
const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '08006',
  '08003',
]);

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as Error & { code?: string };
  if (code && unavailable.has(code)) return true;
  if (/timeout exceeded when trying to connect|Connection terminated/.test(error.message)) return true;
  return cause !== undefined && isUnavailable(cause);
}

/** Each field at fault, by JSON pointer. */
function faultsOf(error: FastifyError): FieldFault[] {
  if (!hasZodFastifySchemaValidationErrors(error)) return [];
  return error.validation.map((fault) => ({
    pointer: `/${error.validationContext ?? 'body'}${fault.instancePath}`,
    detail: fault.message ?? 'is not right',
  }));
}

const codes: Record<number, string> = { 413: 'too-large', 415: 'content-type' };

/** What an error is to the caller. What was not meant to be seen is logged, and answered with a bare 500. */
function judge(error: FastifyError | Problem, request: FastifyRequest) {
  if (error instanceof Problem) return describeProblem(error.statusCode, error.code, error.more);
  const errors = faultsOf(error);
  if (errors.length > 0) return describeProblem(400, 'invalid', { errors });
  if (isUnavailable(error)) {
    request.log.error({ err: error.message }, 'database unavailable');
    return describeProblem(503, 'unavailable');
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return describeProblem(status, codes[status] ?? 'invalid', { detail: error.message });
  request.log.error(error);
  return describeProblem(500, 'internal');
}

/** The same answer, to the letter, and word that nothing was done this time. */
function answerAgain(reply: FastifyReply, { status, answer }: GivenBefore) {
  reply.code(status).header('idempotency-replayed', 'true');
  if (answer === '') return reply.send();
  return reply.type('application/json; charset=utf-8').serializer(String).send(answer);
}

/** Turns every error into a problem (RFC 9457). */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler((error: FastifyError | Problem | GivenBefore, request, reply: FastifyReply) => {
    if (error instanceof GivenBefore) return answerAgain(reply, error);
    const problem = judge(error, request);
    if (problem.status === 503) reply.header('retry-after', '2');
    if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problem);
  });
}
