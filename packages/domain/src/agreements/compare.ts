import type { Clause } from './clauses.ts';

/** What became of one clause between two versions; `at` is its number there, from 1. */
export type ClauseChange =
  | { change: 'added'; at: number; after: Clause }
  | { change: 'removed'; at: number; before: Clause }
  | {
      change: 'same' | 'moved' | 'reworded';
      at: number;
      from: number;
      /** A clause that is reworded may have moved too. */
      hasMoved: boolean;
      before: Clause;
      after: Clause;
    };

/**
 * What has changed from one version to the next, clause by clause, in the order of the new one; a clause that was
 * taken out stands where it was. A clause is `moved` when its words are the same and its place among those that both
 * have is not: what merely shifts because another was put in has not moved. The fewest possible are called moved.
 */
export function compareClauses(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const old = new Map(before.map((clause, at) => [clause.key, { clause, at }]));
  const now = new Set(after.map(({ key }) => key));
  const places = after.flatMap(({ key }) => old.get(key)?.at ?? []);
  const staying = new Set(longestRising(places));

  const changes: ClauseChange[] = after.map((clause, place) => {
    const was = old.get(clause.key);
    const at = place + 1;
    if (!was) return { change: 'added', at, after: clause };
    const hasMoved = !staying.has(was.at);
    const both = { at, from: was.at + 1, hasMoved, before: was.clause, after: clause };
    if (!isSameClause(was.clause, clause)) return { change: 'reworded', ...both };
    return { change: hasMoved ? 'moved' : 'same', ...both };
  });

  // Each that is gone goes after the clause that it followed, or first.
  for (const [place, clause] of before.entries()) {
    if (now.has(clause.key)) continue;
    const removed: ClauseChange = { change: 'removed', at: place + 1, before: clause };
    const ahead = before[place - 1]?.key;
    const follows = changes.findIndex((one) => keyOf(one) === ahead);
    changes.splice(ahead === undefined ? 0 : follows + 1, 0, removed);
  }
  return changes;
}

const keyOf = (one: ClauseChange) => ('after' in one ? one.after.key : one.before.key);

const isSameClause = (a: Clause, b: Clause) =>
  a.kind === b.kind && a.heading === b.heading && a.text === b.text;

/** The longest run of numbers that rise, in the order given: those that have kept their order. */
function longestRising(numbers: readonly number[]): number[] {
  let best: number[] = [];
  const ending: number[][] = [];
  for (const [i, number] of numbers.entries()) {
    let longest: number[] = [];
    for (let j = 0; j < i; j += 1) {
      const run = ending[j] ?? [];
      if ((numbers[j] ?? 0) < number && run.length > longest.length) longest = run;
    }
    const run = [...longest, number];
    ending.push(run);
    if (run.length > best.length) best = run;
  }
  return best;
}
