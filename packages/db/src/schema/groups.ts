import { groupKinds } from '@lateral/domain/groups/groups';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';

/** A trust, federation, sponsor or diocese that schools belong to, by its number in the register. */
export const groups = table(
  'groups',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    uid: t.integer().notNull(),
    name: t.text().notNull(),
    kind: t.text({ enum: groupKinds }).notNull(),
    isOpen: t.boolean().notNull(),
    openedOn: t.date({ mode: 'string' }),
    closedOn: t.date({ mode: 'string' }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.uid] }),
    check('groups_name_given', sql`length(trim(${t.name})) > 0`),
    check(
      'groups_kind_known',
      sql`${t.kind} in ('multi-academy-trust','single-academy-trust','trust','federation','sponsor','diocese','other')`,
    ),
    ownPartnership(),
  ],
);

/** A school's place in a group, by the URN that it had when it joined: the legal record is what belongs to a trust. */
export const groupMembers = table(
  'group_members',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    uid: t.integer().notNull(),
    urn: t.integer().notNull(),
    joinedOn: t.date({ mode: 'string' }),
    leftOn: t.date({ mode: 'string' }),
    hasSharedHead: t.boolean().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.uid, t.urn] }),
    foreignKey({ columns: [t.partnershipId, t.uid], foreignColumns: [groups.partnershipId, groups.uid] }),
    index('group_members_by_urn').on(t.partnershipId, t.urn),
    ownPartnership(),
  ],
);
