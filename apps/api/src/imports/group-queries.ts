import type { Db } from '@lateral/db/client';
import { groupMembers, groups } from '@lateral/db/schema';
import type { Group, GroupMember } from '@lateral/domain/groups/groups';
import { sql } from 'drizzle-orm';

/** Every group and every place in one that we hold. */
export const listKnownGroups = async (db: Db) => ({
  groups: (await db.select().from(groups)) satisfies Group[],
  members: (await db.select().from(groupMembers)) satisfies GroupMember[],
});

const atOnce = 1000;

export async function recordGroups(db: Db, rows: readonly (typeof groups.$inferInsert)[]) {
  for (let i = 0; i < rows.length; i += atOnce)
    await db
      .insert(groups)
      .values(rows.slice(i, i + atOnce))
      .onConflictDoUpdate({
        target: [groups.partnershipId, groups.uid],
        set: {
          name: sql`excluded.name`,
          kind: sql`excluded.kind`,
          isOpen: sql`excluded.is_open`,
          openedOn: sql`excluded.opened_on`,
          closedOn: sql`excluded.closed_on`,
        },
      });
}

export async function recordGroupMembers(db: Db, rows: readonly (typeof groupMembers.$inferInsert)[]) {
  for (let i = 0; i < rows.length; i += atOnce)
    await db
      .insert(groupMembers)
      .values(rows.slice(i, i + atOnce))
      .onConflictDoUpdate({
        target: [groupMembers.partnershipId, groupMembers.uid, groupMembers.urn],
        set: {
          joinedOn: sql`excluded.joined_on`,
          leftOn: sql`excluded.left_on`,
          hasSharedHead: sql`excluded.has_shared_head`,
        },
      });
}
