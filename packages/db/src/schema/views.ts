import { viewScreens } from '@lateral/domain/views/views';
import { sql } from 'drizzle-orm';
import { check, foreignKey, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { people } from './people.ts';

/** The filters of a list under a name: its owner's alone, or the team's too. */
export const savedViews = table(
  'saved_views',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    id: t.uuid().notNull().defaultRandom(),
    ownerId: t.uuid().notNull(),
    screen: t.text({ enum: viewScreens }).notNull(),
    name: t.text().notNull(),
    /** What stands in the list's address after the question mark. */
    filters: t.jsonb().$type<Record<string, string>>().notNull(),
    isShared: t.boolean().notNull().default(false),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.ownerId],
      foreignColumns: [people.partnershipId, people.personId],
    }).onDelete('cascade'),
    uniqueIndex('saved_views_name').on(t.partnershipId, t.ownerId, sql`lower(${t.name})`),
    check('saved_views_screen_known', sql`${t.screen} in ('schools','people','reviews','members')`),
    check('saved_views_name_given', sql`length(trim(${t.name})) > 0`),
    ownPartnership(),
  ],
);
