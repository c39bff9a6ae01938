import { createPublicKey } from 'node:crypto';
import { signingKeyOf } from '@lateral/audit/keys';
import { readExport } from '@lateral/audit/read-export';
import { verifyExport } from '@lateral/audit/verify';
import type { Database } from '@lateral/db/client';
import { listPartnershipIds } from '../all-partnerships.ts';
import { exportHistory } from '../history/export-history.ts';

export type ChainVerdict = { partnership: string; entries: number; faults: number };

/** Checks the history of every partnership against this installation's own key, as `verify-audit` does an export. */
export async function verifyChains(database: Database, secret: string, now: Date): Promise<ChainVerdict[]> {
  const key = signingKeyOf(secret);
  const verdicts: ChainVerdict[] = [];
  for (const id of await database.withKeeper(listPartnershipIds)) {
    let text = '';
    for await (const piece of exportHistory(database, id, key, now)) text += piece;
    const read = readExport(JSON.parse(text));
    if ('fault' in read) throw new Error(read.fault);
    const { entries, faults } = verifyExport(read.audit, createPublicKey(key));
    verdicts.push({ partnership: read.audit.partnership.name, entries, faults: faults.length });
  }
  return verdicts;
}
