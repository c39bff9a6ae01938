import type { Establishment } from '@lateral/domain/registers/establishment';
import { changeKinds } from '@lateral/domain/schools/changes';
import { clusterKinds } from '@lateral/domain/schools/clusters';
import { phases } from '@lateral/domain/schools/phases';
import { settlements } from '@lateral/domain/schools/settlements';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
import { ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';

/**
 * A school: what goes on when its legal record changes. Holds the facts of its current establishment that
 * lists search, filter and sort by; everything else is in `establishments`.
 */
export const schools = table(
  'schools',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    /** The URN of its current (open, or last) legal record. */
    urn: t.integer().notNull(),
    name: t.text().notNull(),
    isOpen: t.boolean().notNull(),
    /** Phases it is taught in, first its own; empty when the register does not say. */
    phases: t.text({ enum: phases }).array().notNull(),
    typeName: t.text(),
    town: t.text(),
    postcode: t.text(),
    easting: t.integer(),
    northing: t.integer(),
    pupils: t.integer(),
    trust: t.text(),
    federation: t.text(),
    settlement: t.text({ enum: settlements }).notNull(),
    /** Whether it counts as a state-funded school of this partnership. */
    counted: t.boolean().notNull(),
    /** What search looks in, small letters without apostrophes and dots. */
    searched: t
      .text()
      .notNull()
      .generatedAlwaysAs(
        sql`translate(lower(name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' ' || urn::text), '''’.', '')`,
      ),
    /**
     * The school that this row turned out to be: it was taken for another until the link between them came. Itself when
     * the import that made it was undone: the row stays for what has happened, out of every list.
     */
    absorbedBy: t.uuid(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('schools_urn').on(t.partnershipId, t.urn).where(sql`absorbed_by is null`),
    index('schools_by_name').on(t.partnershipId, t.name, t.id),
    foreignKey({ columns: [t.partnershipId, t.absorbedBy], foreignColumns: [t.partnershipId, t.id] }),
    check('schools_name_given', sql`length(trim(${t.name})) > 0`),
    check(
      'schools_settlement_known',
      sql`${t.settlement} in ('by-type','by-group','by-broker','not-counted','not-counted-by-broker','unsettled')`,
    ),
    check(
      'schools_unsettled_not_counted',
      sql`not (${t.counted} and ${t.settlement} in ('unsettled','not-counted','not-counted-by-broker'))`,
    ),
    ownPartnership(),
  ],
);

/**
 * The words of all schools' names and towns, for finding the ones that a misspelt word may mean: a few thousand
 * words are compared, not every school. Filled by a trigger; a word that no school has any more does no harm.
 */
export const schoolWords = table(
  'school_words',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    word: t.text().notNull(),
  }),
  (t) => [primaryKey({ columns: [t.partnershipId, t.word] }), ownPartnership()],
);

/** The legal record of a school under one URN, with every fact as read and the day and file it came from. */
export const establishments = table(
  'establishments',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    urn: t.integer().notNull(),
    schoolId: t.uuid().notNull(),
    facts: t.jsonb().$type<Establishment>().notNull(),
    /** Whether any file has shown it open: then it may have been a member, with a history to carry. */
    everOpen: t.boolean().notNull(),
    /** The successor that an import has followed it to. */
    followedBy: t.integer(),
    sourceFile: t.text().notNull(),
    sourceDate: t.date({ mode: 'string' }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.urn] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    index('establishments_by_school').on(t.partnershipId, t.schoolId),
    ownPartnership(),
  ],
);

/** Predecessor and successor links between URNs, as published. */
export const establishmentLinks = table(
  'establishment_links',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    urn: t.integer().notNull(),
    linkUrn: t.integer().notNull(),
    linkType: t.text().notNull(),
    linkName: t.text().notNull(),
    establishedOn: t.date({ mode: 'string' }),
  }),
  (t) => [primaryKey({ columns: [t.partnershipId, t.urn, t.linkUrn, t.linkType] }), ownPartnership()],
);

/** A review cluster. */
export const clusters = table(
  'clusters',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    name: t.text().notNull(),
    kind: t.text({ enum: clusterKinds }).notNull(),
    version: t.integer().notNull().default(1),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('clusters_name').on(t.partnershipId, sql`lower(${t.name})`),
    check(
      'clusters_kind_known',
      sql`${t.kind} in ('primary-partnership','similar-secondary','special-county')`,
    ),
    check('clusters_name_given', sql`length(trim(${t.name})) > 0`),
    ownPartnership(),
  ],
);

/** Which schools are in a cluster. A school may be in one of each kind: an all-through school is in two. */
export const clusterSchools = table(
  'cluster_schools',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    clusterId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.clusterId, t.schoolId] }),
    foreignKey({
      columns: [t.partnershipId, t.clusterId],
      foreignColumns: [clusters.partnershipId, clusters.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    index('cluster_schools_by_school').on(t.partnershipId, t.schoolId),
    ownPartnership(),
  ],
);

/** What a school says of itself for those who come to visit: kept by the school, not by the register. */
export const schoolDetails = table(
  'school_details',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    schoolId: t.uuid().notNull(),
    /** Goes up by one with every change: two people who edit at once do not overwrite one another. */
    version: t.integer().notNull(),
    email: t.text(),
    phone: t.text(),
    website: t.text(),
    askFor: t.text(),
    arrival: t.text(),
    access: t.text(),
    changedAt: t.timestamp({ withTimezone: true }).notNull(),
    changedBy: t.uuid().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.schoolId] }),
    foreignKey({
      columns: [t.partnershipId, t.schoolId],
      foreignColumns: [schools.partnershipId, schools.id],
    }),
    check('school_details_version', sql`${t.version} > 0`),
    ownPartnership(),
  ],
);

/** What a school's memberships, or its clusters, were before and after a change to many at once: to undo it by. */
export type ChangedSchool = { schoolId: string; before: string[]; after: string[] };

/** A change to many schools at once that can be undone while every school is still as the change left it. */
export const schoolChanges = table(
  'school_changes',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull(),
    kind: t.text({ enum: changeKinds }).notNull(),
    madeBy: t.uuid().notNull(),
    madeAt: t.timestamp({ withTimezone: true }).notNull(),
    undoneAt: t.timestamp({ withTimezone: true }),
    schools: t.jsonb().$type<ChangedSchool[]>().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    check('school_changes_kind_known', sql`${t.kind} in ('memberships','clusters')`),
    ownPartnership(),
  ],
);
