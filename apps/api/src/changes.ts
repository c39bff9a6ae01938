import { createHash } from 'node:crypto';
import type { Db } from '@lateral/db/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findAnswer, holdKey, recordAnswer } from './answers.ts';
import { badField, Problem } from './problems.ts';

/** A change that was made before: its answer is given again, as it was. */
export class GivenBefore extends Error {
  readonly status: number;
  readonly answer: string;

  constructor(status: number, answer: string) {
    super('given before');
    this.status = status;
    this.answer = answer;
  }
}

/**
 * Makes a change in one transaction of the actor's partnership. Under an `Idempotency-Key` its answer is kept in that
 * same transaction, so that the call can be sent again safely: what was made is answered again, and what was refused
 * or failed has left nothing behind. Set the answer's status (`reply.code(201)`) before calling.
 * @throws 400 for a key that is none, 409 `in-flight` while the same call is at work, 422 `key-reused` for another body
 */
export async function change<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const { server, actor } = request;
  const key = readKey(request);
  if (key === null) return server.database.withPartnership(actor.partnershipId, work);
  const call = {
    partnershipId: actor.partnershipId,
    personId: actor.personId,
    route: `${request.method} ${request.url}`,
    key,
  };
  const bodyHash = hashOfCall(request);
  return server.database.withPartnership(actor.partnershipId, async (db) => {
    if (!(await holdKey(db, call))) throw new Problem(409, 'in-flight');
    const given = await findAnswer(db, call);
    if (given && given.bodyHash !== bodyHash) throw new Problem(422, 'key-reused');
    if (given) throw new GivenBefore(given.status, given.answer);
    const result = await work(db);
    const answer = result === undefined ? '' : String(reply.serialize(result as object));
    await recordAnswer(db, { ...call, bodyHash, status: reply.statusCode, answer, at: server.now() });
    return result;
  });
}

function readKey({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{8,100}$/.test(key)) return key;
  throw badField('/headers/idempotency-key', 'must be 8 to 100 letters, digits or marks');
}

/** What was asked for: the body and the version that it was meant for. */
const hashOfCall = ({ body, headers }: FastifyRequest) =>
  createHash('sha256')
    .update(JSON.stringify([headers['if-match'] ?? null, body ?? null]))
    .digest('base64url');
