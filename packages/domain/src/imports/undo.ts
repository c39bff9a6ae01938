/** A row of a table as the database tells it. */
export type Row = Readonly<Record<string, unknown>>;

/** One row that an import wrote: as it was before and after; null for a row that was not there. */
export type Written = { table: string; key: string; before: Row | null; after: Row | null };

/** The same with how the row is now, and the tables of others' rows that hang on it. */
export type Standing = Written & { now: Row | null; hanging: readonly string[] };

/** What is done to a row: it is put back (all of it, or some of its columns), or taken away. */
export type Step =
  | { table: string; key: string; do: 'put-back'; row: Row; columns: readonly string[] }
  | { table: string; key: string; do: 'add-again'; row: Row }
  | { table: string; key: string; do: 'take-away'; row: Row };

export const undoVerdicts = ['in-the-way', 'left-alone', 'put-back', 'taken-away'] as const;
export type UndoVerdict = (typeof undoVerdicts)[number];

/** What undoing comes to for the rows of one school or person. */
export type Undoing = {
  verdict: UndoVerdict | null;
  steps: Step[];
  /** Columns that somebody has changed since: they stay as they are. */
  kept: string[];
  hanging: string[];
};

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === Object.keys(right).length &&
    left.every(([key, value]) => Object.hasOwn(right, key) && isSame(value, right[key]))
  );
};

/**
 * What an import came to, row by row, when it wrote some of them several times: the first state before, the last after.
 * In the order in which they were last written; rows that came out as they were are left out.
 */
export function sumUp(log: readonly Written[]): Written[] {
  const sums = new Map<string, Written>();
  for (const entry of log) {
    const id = `${entry.table} ${entry.key}`;
    const before = sums.get(id);
    sums.delete(id);
    sums.set(id, before ? { ...entry, before: before.before } : entry);
  }
  return [...sums.values()].filter(({ before, after }) => !isSame(before, after));
}

/**
 * What undoing would do to one school or person: columns go back where nobody has changed them since; what the import
 * made is taken away while it is as it was made and nothing of others hangs on it, else all that it made here stays;
 * what it took away comes back, unless something has come in its place: that stands in the way of the whole.
 * @param rows in the order in which they were written; steps come in the opposite one
 */
export function judgeUndo(rows: readonly Standing[]): Undoing {
  const made = rows.filter(({ before }) => before === null);
  const changedSince = rows.flatMap(({ before, after, now }) => {
    if (now === null || after === null) return [];
    const own = before === null ? Object.keys(after) : differing(before, after);
    return own.filter((column) => !isSame(now[column], after[column]));
  });
  const hanging = [...new Set(made.flatMap((row) => row.hanging))];
  const stays = hanging.length > 0 || made.some(({ now, after }) => now !== null && !isSame(now, after));
  const isInTheWay = rows.some(({ before, after, now }) => before !== null && after === null && now !== null);
  const steps = rows.toReversed().flatMap((row) => stepFor(row, stays) ?? []);
  return { verdict: verdictOf(), steps, kept: [...new Set(changedSince)].sort(), hanging };

  function verdictOf(): UndoVerdict | null {
    if (isInTheWay) return 'in-the-way';
    if (steps.length === 0) return changedSince.length > 0 || stays ? 'left-alone' : null;
    return steps.every((step) => step.do === 'take-away') ? 'taken-away' : 'put-back';
  }
}

/** @param stays whether what the import made here stays */
function stepFor({ table, key, before, after, now }: Standing, stays: boolean): Step | null {
  if (before === null) return now !== null && !stays ? { table, key, do: 'take-away', row: now } : null;
  if (after === null) return now === null ? { table, key, do: 'add-again', row: before } : null;
  if (now === null) return null;
  const columns = differing(before, after).filter((column) => isSame(now[column], after[column]));
  return columns.length > 0 ? { table, key, do: 'put-back', row: before, columns } : null;
}

const differing = (a: Row, b: Row) =>
  Object.keys({ ...a, ...b }).filter((column) => !isSame(a[column], b[column]));

/** How many applied imports can still be undone: what they changed is kept for that long. */
export const undoableImports = 10;
