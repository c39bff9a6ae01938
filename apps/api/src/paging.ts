import { badField } from './problems.ts';

/** Where a page begins: the sort key of the last row before it. Opaque to callers. */
const writeCursor = (key: readonly (string | number | null)[]) =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor back. Throws 400 for one that we did not write. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isKey = Array.isArray(key) && key.length === length && key.every(isPart);
    if (isKey) return key as (string | number | null)[];
  } catch {
    // falls through to the one refusal
  }
  throw badField('/querystring/cursor', 'is not a cursor of this list');
}

const isPart = (part: unknown) => part === null || typeof part === 'string' || Number.isSafeInteger(part);

/** Cuts the extra row that tells whether more follow, and makes the cursor of the next page. */
export function cutPage<T>(rows: T[], limit: number, keyOf: (row: T) => (string | number | null)[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}

export const pageSize = (limit: string | undefined) => Number(limit ?? 50);
