import type { Db } from '@lateral/db/client';
import { refuseToken, type TokenScope, tokenEnds } from '@lateral/domain/tokens/tokens';
import type { Actor } from '../actor.ts';
import { writeToken } from '../api-tokens.ts';
import { recordEvents } from '../events.ts';
import { notFound, refused } from '../problems.ts';
import { hashOf, makeSecret } from '../secrets.ts';
import { hasToken, listTokens, lockTokens, recordToken, recordTokenEnded } from './queries.ts';

type Asked = { name: string; scopes: readonly TokenScope[]; days: number };

/**
 * Makes a token of the actor's own. Only its hash is kept. @returns it, for this once
 * @throws 409 `name-taken` (so one that was made, but whose answer was lost, is not made twice) or `too-many-tokens`
 */
export async function makeToken(db: Db, actor: Actor, { name, scopes, days }: Asked, now: Date) {
  const { partnershipId, personId: ownerId } = actor;
  await lockTokens(db, partnershipId);
  const refusal = refuseToken(name, await listTokens(db, now));
  if (refusal) throw refused(refusal);
  const token = writeToken(partnershipId, makeSecret());
  const id = crypto.randomUUID();
  const kept = { partnershipId, id, ownerId, name, tokenHash: hashOf(token), scopes: [...new Set(scopes)] };
  await recordToken(db, { ...kept, createdAt: now, expiresAt: tokenEnds(now, days) });
  await recordEvents(db, actor, [{ kind: 'token-made', detail: { name, scopes: kept.scopes, days } }], now);
  const made = (await listTokens(db, now)).find((one) => one.id === id);
  if (!made) throw new Error('the token was not written');
  return { token, made };
}

/** Takes a token back, whoever of the partnership's brokers made it. Once is enough. @throws 404 */
export async function endToken(db: Db, actor: Actor, id: string, now: Date) {
  const ended = await recordTokenEnded(db, id, actor.personId, now);
  if (ended) await recordEvents(db, actor, [{ kind: 'token-ended', detail: { name: ended.name } }], now);
  else if (!(await hasToken(db, id))) throw notFound();
}
