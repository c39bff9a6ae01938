import type { Db } from '@lateral/db/client';
import { settleType } from '@lateral/domain/registers/state-funded';
import { countsAsStateSchool } from '@lateral/domain/schools/settlements';
import type { Actor } from '../actor.ts';
import { recordEvents } from '../events.ts';
import { requireVersion } from '../versions.ts';
import { findPartnership, listForSettling, recordSettlement, recordStateFundedTypes } from './queries.ts';

type Choice = { types: readonly number[]; version: number };

/** Changes which types count as state-funded and settles every school again, but for what the broker has said. */
export async function setStateFundedTypes(db: Db, actor: Actor, { types, version }: Choice, now: Date) {
  const stateFundedTypes = [...new Set(types)].sort((a, b) => a - b);
  requireVersion((await recordStateFundedTypes(db, stateFundedTypes)) - 1, version);
  for (const { id, settlement, facts } of await listForSettling(db)) {
    if (settlement === 'by-broker' || settlement === 'not-counted-by-broker') continue;
    const settled = settleType(facts, { stateFundedTypes });
    if (settled !== settlement)
      await recordSettlement(db, id, { settlement: settled, counted: countsAsStateSchool(settled) });
  }
  await recordEvents(db, actor, [{ kind: 'types-set', detail: { types: stateFundedTypes.length } }], now);
  return findPartnership(db);
}
