import type { Import, ImportChange } from '@lateral/contract/imports';
import type { Db } from '@lateral/db/client';
import { importChanges, importChunks, importFiles, importReadings, imports, jobs } from '@lateral/db/schema';
import type { ChangeKind, ImportState } from '@lateral/domain/imports/states';
import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { jobColumns } from '../job-columns.ts';

const selectImports = (db: Db) =>
  db
    .select({
      id: imports.id,
      kind: imports.kind,
      state: imports.state,
      counts: imports.counts,
      faults: imports.faults,
      createdAt: imports.createdAt,
      appliedAt: imports.appliedAt,
      undoneAt: imports.undoneAt,
      job: jobColumns,
    })
    .from(imports)
    .leftJoin(jobs, eq(jobs.id, imports.jobId))
    .$dynamic();

type Found = Awaited<ReturnType<typeof selectImports>>[number];

async function withFiles(db: Db, rows: Found[]): Promise<Import[]> {
  const ids = rows.map(({ id }) => id);
  const files = ids.length === 0 ? [] : await listFilesOf(db, ids);
  const byImport = Map.groupBy(files, ({ importId }) => importId);
  return rows.map((row) => ({
    ...row,
    counts: row.counts as Import['counts'],
    files: (byImport.get(row.id) ?? []).map(({ importId: _, ...file }) => file),
  }));
}

const listFilesOf = (db: Db, importIds: string[]) =>
  db
    .select({
      importId: importFiles.importId,
      name: importFiles.name,
      size: importFiles.size,
      refused: sql<number>`(select count(*)::int from import_changes c where c.partnership_id = import_files.partnership_id and c.import_id = import_files.import_id and c.kind = 'refused' and c.detail ->> 'file' = import_files.name)`,
      isKept: sql<boolean>`exists (select 1 from import_chunks c where c.partnership_id = import_files.partnership_id and c.import_id = import_files.import_id and c.name = import_files.name)`,
    })
    .from(importFiles)
    .where(inArray(importFiles.importId, importIds))
    .orderBy(asc(importFiles.name));

type Page = { after: (string | number | null)[] | null; limit: number };

/** Imports, newest first, one more than `limit`. */
export async function listImports(db: Db, { after, limit }: Page) {
  const at = sql`date_trunc('milliseconds', ${imports.createdAt})`;
  const beyond = after
    ? sql`(${at}, ${imports.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : undefined;
  return withFiles(
    db,
    await selectImports(db)
      .where(beyond)
      .orderBy(desc(at), desc(imports.id))
      .limit(limit + 1),
  );
}

export const countImports = (db: Db) => db.$count(imports);

export async function findImport(db: Db, id: string) {
  const [row] = await withFiles(db, await selectImports(db).where(eq(imports.id, id)));
  return row ?? null;
}

/** Holds an import until the transaction ends. */
export async function lockImport(db: Db, id: string) {
  const [row] = await db.select().from(imports).where(eq(imports.id, id)).for('update');
  return row ?? null;
}

/** The same, if nobody else holds it: null when somebody is at work on it (or it is not there). */
export async function holdUnheldImport(db: Db, id: string) {
  const [row] = await db.select().from(imports).where(eq(imports.id, id)).for('update', { skipLocked: true });
  return row ?? null;
}

export async function recordImport(
  db: Db,
  partnershipId: string,
  kind: Import['kind'],
  startedBy: string | null,
  at: Date,
) {
  const id = crypto.randomUUID();
  await db.insert(imports).values({ partnershipId, id, kind, startedBy, createdAt: at });
  return id;
}

type ImportUpdate = {
  state?: ImportState;
  jobId?: string;
  counts?: Record<string, number>;
  faults?: { file: string; fault: string }[];
  appliedAt?: Date;
};

export const updateImport = (db: Db, id: string, change: ImportUpdate) =>
  db.update(imports).set(change).where(eq(imports.id, id));

/** Begins a file, in place of one of the same name. */
export async function replaceFile(db: Db, partnershipId: string, importId: string, name: string) {
  await db.delete(importFiles).where(and(eq(importFiles.importId, importId), eq(importFiles.name, name)));
  await db.insert(importFiles).values({ partnershipId, importId, name, size: 0 });
}

/** Takes a file and its bytes away; false when there is none of that name. */
export async function removeFile(db: Db, importId: string, name: string) {
  const gone = await db
    .delete(importFiles)
    .where(and(eq(importFiles.importId, importId), eq(importFiles.name, name)))
    .returning({ name: importFiles.name });
  return gone.length > 0;
}

export const recordFileSize = (db: Db, importId: string, name: string, size: number) =>
  db
    .update(importFiles)
    .set({ size })
    .where(and(eq(importFiles.importId, importId), eq(importFiles.name, name)));

export const listFiles = (db: Db, importId: string) => listFilesOf(db, [importId]);

export type NewChange = Omit<ImportChange, 'position'>;

/** Puts a preview in place of any before it. */
export async function replaceChanges(
  db: Db,
  partnershipId: string,
  importId: string,
  changes: readonly NewChange[],
) {
  await db.delete(importChanges).where(eq(importChanges.importId, importId));
  for (let i = 0; i < changes.length; i += 2000) {
    const rows = changes.slice(i, i + 2000).map(({ kind, ...detail }, j) => ({
      partnershipId,
      importId,
      position: i + j,
      kind,
      detail,
    }));
    await db.insert(importChanges).values(rows);
  }
}

/** What an import changes, in order, one more than `limit`. */
export async function listChanges(
  db: Db,
  importId: string,
  kind: ChangeKind | undefined,
  after: number,
  limit: number,
) {
  const rows = await db
    .select({ position: importChanges.position, kind: importChanges.kind, detail: importChanges.detail })
    .from(importChanges)
    .where(
      and(
        eq(importChanges.importId, importId),
        kind ? eq(importChanges.kind, kind) : undefined,
        gt(importChanges.position, after),
      ),
    )
    .orderBy(asc(importChanges.position))
    .limit(limit + 1);
  return rows.map(({ detail, ...row }) => ({ ...detail, ...row }) as ImportChange);
}

/** What was refused in one file, in the order of its rows, from after `position` on. */
export async function listRefused(db: Db, importId: string, file: string, after: number, limit: number) {
  const rows = await db
    .select({ position: importChanges.position, detail: importChanges.detail })
    .from(importChanges)
    .where(
      and(
        eq(importChanges.importId, importId),
        eq(importChanges.kind, 'refused'),
        gt(importChanges.position, after),
        sql`${importChanges.detail} ->> 'file' = ${file}`,
      ),
    )
    .orderBy(asc(importChanges.position))
    .limit(limit);
  return rows.map(({ position, detail }) => ({
    position,
    row: Number(detail.row),
    reason: String(detail.reason),
  }));
}

export const countChanges = (db: Db, importId: string, kind: ChangeKind | undefined) =>
  db.$count(
    importChanges,
    and(eq(importChanges.importId, importId), kind ? eq(importChanges.kind, kind) : undefined),
  );

/** Keeps what the files of an import say, in pieces, in place of what was kept before. */
export async function replaceReadings(
  db: Db,
  partnershipId: string,
  importId: string,
  pieces: readonly unknown[],
) {
  await dropReadings(db, importId);
  for (const [position, said] of pieces.entries())
    await db.insert(importReadings).values({ partnershipId, importId, position, said });
}

/** What was kept of what the files of an import say, piece by piece. */
export async function listReadings(db: Db, importId: string): Promise<unknown[]> {
  const rows = await db
    .select({ said: importReadings.said })
    .from(importReadings)
    .where(eq(importReadings.importId, importId))
    .orderBy(asc(importReadings.position));
  return rows.map(({ said }) => said);
}

export const dropReadings = (db: Db, importId: string) =>
  db.delete(importReadings).where(eq(importReadings.importId, importId));

/** Puts away the bytes of files that nobody needs any more. */
export const dropBytes = (db: Db, importId: string) =>
  db.delete(importChunks).where(eq(importChunks.importId, importId));

/** Puts away imports of everybody that began before a moment and that nobody applied. For the keeper. */
export const discardUnapplied = (db: Db, before: Date) =>
  db
    .update(imports)
    .set({ state: 'discarded' })
    .where(and(lt(imports.createdAt, before), inArray(imports.state, ['uploading', 'ready', 'failed'])));
