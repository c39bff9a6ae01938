import type { Db } from '@lateral/db/client';
import { people, savedViews } from '@lateral/db/schema';
import { and, asc, eq, ne, or } from 'drizzle-orm';
import { fullName } from '../roles-held.ts';

export type ViewRow = typeof savedViews.$inferSelect;
type Change = Partial<Pick<ViewRow, 'name' | 'isShared' | 'filters'>>;

const columns = {
  id: savedViews.id,
  screen: savedViews.screen,
  name: savedViews.name,
  filters: savedViews.filters,
  isShared: savedViews.isShared,
  ownerId: savedViews.ownerId,
  owner: fullName,
};

const seenBy = (personId: string) => or(eq(savedViews.ownerId, personId), eq(savedViews.isShared, true));

/** A person's own views and those that are shared, by name. */
export const listViews = (db: Db, personId: string) =>
  db
    .select(columns)
    .from(savedViews)
    .innerJoin(people, eq(people.personId, savedViews.ownerId))
    .where(seenBy(personId))
    .orderBy(asc(savedViews.name), asc(savedViews.id));

/** A view that the person may see, or null. */
export async function findView(db: Db, id: string, personId: string) {
  const [row] = await db
    .select(columns)
    .from(savedViews)
    .innerJoin(people, eq(people.personId, savedViews.ownerId))
    .where(and(eq(savedViews.id, id), seenBy(personId)));
  return row ?? null;
}

/** Holds a person's views, those not yet written too: whoever changes them waits for this transaction to end. */
export const lockOwner = (db: Db, personId: string) =>
  db.select({ personId: people.personId }).from(people).where(eq(people.personId, personId)).for('update');

export const listOthersOf = (db: Db, personId: string, exceptId?: string) =>
  db
    .select({ name: savedViews.name })
    .from(savedViews)
    .where(and(eq(savedViews.ownerId, personId), exceptId ? ne(savedViews.id, exceptId) : undefined));

export async function recordView(db: Db, view: Omit<ViewRow, 'id'>) {
  const [row] = await db.insert(savedViews).values(view).returning({ id: savedViews.id });
  if (!row) throw new Error('the view was not written');
  return row.id;
}

export const recordChange = (db: Db, id: string, change: Change) =>
  db.update(savedViews).set(change).where(eq(savedViews.id, id));

export const removeView = (db: Db, id: string) => db.delete(savedViews).where(eq(savedViews.id, id));
