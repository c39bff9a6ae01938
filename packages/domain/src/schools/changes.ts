/** What a change to many schools at once may be about. */
export const changeKinds = ['memberships', 'clusters'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The screen offers undo for ten seconds, longer while it is being read; the server takes it for a minute. */
export const undoSeconds = 60;

export const undoRefusals = ['too-late', 'changed-since'] as const;
export type UndoRefusal = (typeof undoRefusals)[number];

/**
 * Why a change cannot be undone, or null: it was made too long ago, or a school is no longer as the change left it.
 * @param schools what each school was left with, and what it has now; the order within does not matter
 */
export function refuseUndo(
  madeAt: Date,
  schools: readonly { after: readonly string[]; now: readonly string[] }[],
  now: Date,
): UndoRefusal | null {
  if (now.getTime() - madeAt.getTime() > undoSeconds * 1000) return 'too-late';
  const isSame = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();
  return schools.every((school) => isSame(school.after, school.now)) ? null : 'changed-since';
}
