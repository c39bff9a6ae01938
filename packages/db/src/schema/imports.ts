import { changeKinds, importKinds, importStates } from '@lateral/domain/imports/states';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey } from 'drizzle-orm/pg-core';
import { bytes, ownPartnership, table } from './columns.ts';
import { partnerships } from './partnerships.ts';

/** Files that a broker brings, what they would change, and whether that has been done. */
export const imports = table(
  'imports',
  (t) => ({
    partnershipId: t
      .uuid()
      .notNull()
      .references(() => partnerships.id),
    id: t.uuid().notNull().defaultRandom(),
    kind: t.text({ enum: importKinds }).notNull(),
    state: t.text({ enum: importStates }).notNull().default('uploading'),
    jobId: t.uuid(),
    /** Number of records by what happens to them, `unchanged` included. */
    counts: t.jsonb().$type<Record<string, number>>(),
    /** Why a file could not be read at all. */
    faults: t.jsonb().$type<{ file: string; fault: string }[]>().notNull().default([]),
    startedBy: t.uuid(),
    createdAt: t.timestamp({ withTimezone: true }).notNull().defaultNow(),
    appliedAt: t.timestamp({ withTimezone: true }),
    undoneAt: t.timestamp({ withTimezone: true }),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('imports_newest').on(t.partnershipId, t.createdAt),
    check('imports_kind_known', sql`${t.kind} in ('register','people','groups')`),
    check(
      'imports_state_known',
      sql`${t.state} in ('uploading','checking','ready','applying','applied','failed','discarded','undoing','undone')`,
    ),
    ownPartnership(),
  ],
);

/** One uploaded file. Its bytes are in `import_chunks`, so that any process can read them as a stream. */
export const importFiles = table(
  'import_files',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    importId: t.uuid().notNull(),
    name: t.text().notNull(),
    size: t.bigint({ mode: 'number' }).notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.importId, t.name] }),
    foreignKey({
      columns: [t.partnershipId, t.importId],
      foreignColumns: [imports.partnershipId, imports.id],
    }).onDelete('cascade'),
    ownPartnership(),
  ],
);

export const importChunks = table(
  'import_chunks',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    importId: t.uuid().notNull(),
    name: t.text().notNull(),
    position: t.integer().notNull(),
    bytes: bytes().notNull(),
    /** Whether the bytes are packed (deflated): a register travels and is kept in a sixth of its size. */
    isPacked: t.boolean().notNull().default(false),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.importId, t.name, t.position] }),
    foreignKey({
      columns: [t.partnershipId, t.importId, t.name],
      foreignColumns: [importFiles.partnershipId, importFiles.importId, importFiles.name],
    }).onDelete('cascade'),
    ownPartnership(),
  ],
);

/**
 * What the files of a register import say of the partnership's own schools, kept from the check until it is applied, so
 * that a large file is read once. A piece holds some of the records.
 */
export const importReadings = table(
  'import_readings',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    importId: t.uuid().notNull(),
    position: t.integer().notNull(),
    said: t.json().$type<unknown>().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.importId, t.position] }),
    foreignKey({
      columns: [t.partnershipId, t.importId],
      foreignColumns: [imports.partnershipId, imports.id],
    }).onDelete('cascade'),
    ownPartnership(),
  ],
);

/** What an import would do (before it is applied) or did: one row for one record that is not left as it was. */
export const importChanges = table(
  'import_changes',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    importId: t.uuid().notNull(),
    position: t.integer().notNull(),
    kind: t.text({ enum: changeKinds }).notNull(),
    detail: t.jsonb().$type<Record<string, unknown>>().notNull(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.importId, t.position] }),
    foreignKey({
      columns: [t.partnershipId, t.importId],
      foreignColumns: [imports.partnershipId, imports.id],
    }).onDelete('cascade'),
    index('import_changes_by_kind').on(t.partnershipId, t.importId, t.kind, t.position),
    check(
      'import_changes_kind_known',
      sql`${t.kind} in ('added','changed','closed','converted','reopened','refused','unsettled')`,
    ),
    ownPartnership(),
  ],
);

/**
 * What an applied import did to the rows of other tables, each as it was before and after; null for a row that was not
 * there. Written by triggers in the transaction that applies it, so that nothing is missed; kept for the last few.
 */
export const importRows = table(
  'import_rows',
  (t) => ({
    partnershipId: t.uuid().notNull(),
    importId: t.uuid().notNull(),
    position: t.bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    tableName: t.text().notNull(),
    /** The values of the row's own key, beside the partnership. */
    key: t.text().notNull(),
    before: t.jsonb().$type<Record<string, unknown>>(),
    after: t.jsonb().$type<Record<string, unknown>>(),
  }),
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.importId, t.position] }),
    foreignKey({
      columns: [t.partnershipId, t.importId],
      foreignColumns: [imports.partnershipId, imports.id],
    }).onDelete('cascade'),
    index('import_rows_by_key').on(t.partnershipId, t.tableName, t.key),
    check('import_rows_something', sql`${t.before} is not null or ${t.after} is not null`),
    ownPartnership(),
  ],
);
