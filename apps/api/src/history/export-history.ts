import type { KeyObject } from 'node:crypto';
import { beginningOf } from '@lateral/audit/chain';
import { signCheckpoint } from '@lateral/audit/keys';
import type { Database } from '@lateral/db/client';
import { findPartnershipName } from '../all-partnerships.ts';
import { findHead, listCheckpoints, listEntries } from './chain-queries.ts';

const atOnce = 1000;

/**
 * The whole chain of a partnership as the text of one JSON file, piece by piece: memory does not grow with it. It ends
 * where the chain ended when it began, and is sealed there.
 */
export async function* exportHistory(database: Database, partnershipId: string, key: KeyObject, now: Date) {
  const { name, checkpoints, head } = await database.withPartnership(partnershipId, async (db) => ({
    name: await findPartnershipName(db, partnershipId),
    // Before the head, so that none is of a chain that has grown since; one beyond the head tells that the end is missing.
    checkpoints: await listCheckpoints(db, partnershipId),
    head: (await findHead(db, partnershipId)) ?? { seq: 0, hash: beginningOf(partnershipId) },
  }));
  const partnership = { id: partnershipId, name };
  yield `{"format":"lateral-audit-1","partnership":${JSON.stringify(partnership)},"entries":[`;
  for (let after = 0; after < head.seq; after += atOnce) {
    const limit = Math.min(atOnce, head.seq - after);
    const entries = await database.withPartnership(partnershipId, (db) =>
      listEntries(db, partnershipId, after, limit),
    );
    yield `${after === 0 ? '' : ','}\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}`;
  }
  const seal = signCheckpoint(key, partnershipId, { ...head, at: now.toISOString() });
  yield `\n],"checkpoints":${JSON.stringify(checkpoints)},"seal":${JSON.stringify(seal)}}\n`;
}
