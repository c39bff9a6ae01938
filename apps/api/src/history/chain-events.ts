import { type KeyObject, randomBytes } from 'node:crypto';
import { beginningOf, hashDetail, hashEntry } from '@lateral/audit/chain';
import { signCheckpoint } from '@lateral/audit/keys';
import type { Database, Db } from '@lateral/db/client';
import { listPartnershipIds } from '../all-partnerships.ts';
import {
  findHead,
  holdChain,
  listUnchained,
  listWaiting,
  recordCheckpoint,
  recordLinks,
  waitForChain,
} from './chain-queries.ts';

/** How many entries are chained in one transaction. */
const atOnce = 2000;

/**
 * Puts what has happened into the chain of its partnership. A worker calls it every minute: changes never wait for one
 * another's place. Killed in the middle it has chained a whole piece or nothing; two workers do not meet.
 * @returns how many entries were chained
 */
export async function chainEvents(database: Database): Promise<number> {
  const partnerships = await database.withKeeper(listUnchained);
  let chained = 0;
  for (const { partnershipId } of partnerships)
    chained += await chainAll(database, partnershipId, (db) => holdChain(db, partnershipId));
  return chained;
}

/** Chains one partnership now. When a worker is at it already, waits: what had happened is in the chain on return. */
export const chainPartnership = (database: Database, partnershipId: string): Promise<number> =>
  chainAll(database, partnershipId, async (db) => Boolean(await waitForChain(db, partnershipId)));

async function chainAll(database: Database, partnershipId: string, hold: (db: Db) => Promise<boolean>) {
  let chained = 0;
  for (let some = atOnce; some === atOnce; chained += some)
    some = await database.withKeeper(async (db) => ((await hold(db)) ? chainSome(db, partnershipId) : 0));
  return chained;
}

async function chainSome(db: Db, partnershipId: string) {
  const head = await findHead(db, partnershipId);
  let before = head?.hash ?? beginningOf(partnershipId);
  let seq = head?.seq ?? 0;
  const waiting = await listWaiting(db, partnershipId, atOnce);
  const links = waiting.map(({ id, detail, ...entry }) => {
    const salt = randomBytes(16);
    const detailHash = hashDetail(salt, detail);
    seq += 1;
    before = hashEntry(before, { ...entry, seq, detailHash });
    return { id, seq, salt, detailHash, hash: before };
  });
  if (links.length > 0) await recordLinks(db, partnershipId, links);
  return links.length;
}

export type Signed = {
  partnershipId: string;
  seq: number;
  hash: string;
  at: string;
  keyId: string;
  signature: string;
};

/** Signs the head of every partnership's chain that has grown since it was last signed. A worker calls it daily. */
export async function signChains(database: Database, key: KeyObject, now: Date): Promise<Signed[]> {
  const partnershipIds = await database.withKeeper(listPartnershipIds);
  const signed: Signed[] = [];
  for (const partnershipId of partnershipIds) {
    await database.withKeeper(async (db) => {
      const head = await findHead(db, partnershipId);
      if (!head) return;
      const checkpoint = signCheckpoint(key, partnershipId, { ...head, at: now.toISOString() });
      const { rowCount } = await recordCheckpoint(db, partnershipId, checkpoint);
      if (rowCount) signed.push({ partnershipId, ...checkpoint });
    });
  }
  return signed;
}
