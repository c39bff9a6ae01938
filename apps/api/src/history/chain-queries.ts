import type { Checkpoint, Entry } from '@lateral/audit/entry';
import type { Db } from '@lateral/db/client';
import { checkpoints, events } from '@lateral/db/schema';
import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';

/** As an entry says it: UTC, to the microsecond. */
const atInUtc = sql<string>`to_char(${events.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The partnerships in which something happened that is not in their chain yet. */
export const listUnchained = (db: Db) =>
  db.selectDistinct({ partnershipId: events.partnershipId }).from(events).where(isNull(events.seq));

/** Lets one worker at a time chain a partnership; false when another is at it. */
export async function holdChain(db: Db, partnershipId: string) {
  const { rows } = await db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`chain ${partnershipId}`}, 0)) as held`,
  );
  return rows[0]?.held === true;
}

/** Lets whoever must have a partnership chained do it: waits for the worker that is at it. */
export const waitForChain = (db: Db, partnershipId: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`chain ${partnershipId}`}, 0))`);

/** The last entry of a chain; null when it has none. */
export async function findHead(db: Db, partnershipId: string) {
  const [row] = await db
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .where(and(eq(events.partnershipId, partnershipId), isNotNull(events.seq)))
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.seq && row.hash ? { seq: row.seq, hash: row.hash } : null;
}

/** What happened and waits for its place, in the order in which it was written. */
export const listWaiting = (db: Db, partnershipId: string, limit: number) =>
  db
    .select({
      id: events.id,
      at: atInUtc,
      personId: events.personId,
      onBehalfOf: events.onBehalfOf,
      schoolId: events.schoolId,
      kind: events.kind,
      detail: events.detail,
    })
    .from(events)
    .where(and(eq(events.partnershipId, partnershipId), isNull(events.seq)))
    .orderBy(asc(events.id))
    .limit(limit);

type Link = { id: number; seq: number; salt: Uint8Array; detailHash: string; hash: string };

/** Gives events their places, all in one statement. */
export const recordLinks = (db: Db, partnershipId: string, links: readonly Link[]) =>
  db.execute(sql`
    update events e set seq = l.seq, salt = l.salt, detail_hash = l.detail_hash, hash = l.hash
    from unnest(
      ${sql.param(links.map(({ id }) => id))}::bigint[],
      ${sql.param(links.map(({ seq }) => seq))}::bigint[],
      ${sql.param(links.map(({ salt }) => Buffer.from(salt)))}::bytea[],
      ${sql.param(links.map(({ detailHash }) => detailHash))}::text[],
      ${sql.param(links.map(({ hash }) => hash))}::text[]
    ) as l (id, seq, salt, detail_hash, hash)
    where e.partnership_id = ${partnershipId} and e.id = l.id`);

export const listCheckpoints = (db: Db, partnershipId: string): Promise<Checkpoint[]> =>
  db
    .select({
      seq: checkpoints.seq,
      hash: checkpoints.hash,
      at: sql<string>`to_char(${checkpoints.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      keyId: checkpoints.keyId,
      signature: checkpoints.signature,
    })
    .from(checkpoints)
    .where(eq(checkpoints.partnershipId, partnershipId))
    .orderBy(asc(checkpoints.seq));

export const recordCheckpoint = (db: Db, partnershipId: string, { at, ...checkpoint }: Checkpoint) =>
  db
    .insert(checkpoints)
    .values({ partnershipId, ...checkpoint, at: new Date(at) })
    .onConflictDoNothing();

/** A piece of a chain, after `after`. What has been erased is null. */
export async function listEntries(
  db: Db,
  partnershipId: string,
  after: number,
  limit: number,
): Promise<Entry[]> {
  const rows = await db
    .select({
      seq: events.seq,
      at: atInUtc,
      personId: events.personId,
      onBehalfOf: events.onBehalfOf,
      schoolId: events.schoolId,
      kind: events.kind,
      detail: events.detail,
      salt: sql<string | null>`encode(${events.salt}, 'base64')`,
      detailHash: events.detailHash,
      hash: events.hash,
    })
    .from(events)
    .where(and(eq(events.partnershipId, partnershipId), gt(events.seq, after)))
    .orderBy(asc(events.seq))
    .limit(limit);
  return rows.map(({ seq, detail, salt, detailHash, hash, ...row }) => ({
    ...row,
    seq: Number(seq),
    detail: salt === null ? null : detail,
    salt: salt === null ? null : Buffer.from(salt, 'base64').toString('base64url'),
    detailHash: detailHash ?? '',
    hash: hash ?? '',
  }));
}
