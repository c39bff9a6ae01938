import type { Weights } from '@lateral/domain/similarity/settings';
import { sql } from 'drizzle-orm';
import { check, primaryKey } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';

/**
 * How a partnership compares its secondary schools, each time that somebody changed it: the highest version holds.
 * Only added to, so that it can be seen on what grounds clusters were made.
 */
export const similaritySettings = table(
  'similarity_settings',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    version: t.integer().notNull(),
    weights: t.jsonb().$type<Weights>().notNull(),
    barKm: t.doublePrecision().notNull(),
    clusters: t.integer().notNull(),
    setAt: t.timestamp({ withTimezone: true }).notNull(),
    setBy: t.uuid().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.version] }),
    check('similarity_settings_version', sql`${t.version} > 0`),
    check('similarity_settings_bar', sql`${t.barKm} between 0 and 100`),
    check('similarity_settings_clusters', sql`${t.clusters} > 0`),
    ownPartnership(),
  ],
);
