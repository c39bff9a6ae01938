/** What a day in somebody's calendar says. Whole days alone: a school day is a plain date in every time zone. */
export type Shown = {
  title: string;
  /** Its first and its last day. */
  from: string;
  to: string;
  where: string | null;
  about: string | null;
  /** Where to look at it in Lateral; null for nowhere. */
  path: string | null;
  /** Whether it keeps its person busy. */
  isBusy: boolean;
};
/** `key` stays the same when the day moves, so that a calendar program moves what it has. */
export type Item = Shown & { key: string };

/** What a calendar program has been given, and how often it has changed. */
export type Entry = {
  key: string;
  shown: Shown;
  sequence: number;
  changedAt: Date;
  cancelledAt: Date | null;
};

/** A day that fell away is said to be cancelled for this long; programs that have not looked since then are not in use. */
export const daysCancelledIsSaid = 60;
const dayMs = 86_400_000;

const fields = ['title', 'from', 'to', 'where', 'about', 'path', 'isBusy'] as const;
const isSame = (a: Shown, b: Shown) => fields.every((field) => a[field] === b[field]);

/**
 * Brings what was given up to what is wanted now: `changed` is to be kept, `over` to be forgotten, and `entries` is all
 * that the calendar now says. Done again, it changes nothing.
 * @param today a day of the past that falls away is forgotten, not cancelled
 */
export function reconcile(known: readonly Entry[], wanted: readonly Item[], now: Date, today: string) {
  const before = new Map(known.map((entry) => [entry.key, entry]));
  const changed: Entry[] = [];
  const over: string[] = [];
  const entries: Entry[] = [];
  for (const { key, ...shown } of wanted) {
    const old = before.get(key);
    before.delete(key);
    if (old && old.cancelledAt === null && isSame(old.shown, shown)) entries.push(old);
    else
      changed.push({ key, shown, sequence: old ? old.sequence + 1 : 0, changedAt: now, cancelledAt: null });
  }
  for (const old of before.values()) {
    if (isOver(old, now, today)) over.push(old.key);
    else if (old.cancelledAt !== null) entries.push(old);
    else changed.push({ ...old, sequence: old.sequence + 1, changedAt: now, cancelledAt: now });
  }
  entries.push(...changed);
  entries.sort((a, b) => a.shown.from.localeCompare(b.shown.from) || a.key.localeCompare(b.key));
  return { entries, changed, over };
}

const isOver = ({ shown, cancelledAt }: Entry, now: Date, today: string) =>
  shown.to < today ||
  (cancelledAt !== null && now.getTime() - cancelledAt.getTime() > daysCancelledIsSaid * dayMs);
