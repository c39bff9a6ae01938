import type { Agreement } from '@lateral/contract/agreements';
import { type Merged, mergeFields } from '@lateral/domain/versions/merge';

export type Wording = Pick<Agreement, 'title' | 'clauses' | 'terms' | 'consentBy'>;
export type Clause = Agreement['clauses'][number];

/** The words of a version, part by part, so that two people who change different clauses are brought together. */
export type WordingFields = Omit<Wording, 'clauses'> & {
  order: string[];
  [clause: `clause:${string}`]: Clause | null;
};

export const isClauseField = (field: string): field is `clause:${string}` => field.startsWith('clause:');

export const toFields = ({ title, clauses, terms, consentBy }: Wording): WordingFields => ({
  title,
  terms,
  consentBy,
  order: clauses.map(({ key }) => key),
  ...Object.fromEntries(clauses.map((clause) => [`clause:${clause.key}`, clause])),
});

/** The words again: clauses in their order, and those that the order does not name after them. */
export function toWording(fields: WordingFields): Wording {
  const { title, terms, consentBy, order } = fields;
  const named = order.flatMap((key) => fields[`clause:${key}`] ?? []);
  const others = Object.keys(fields)
    .filter(isClauseField)
    .flatMap((field) => fields[field] ?? [])
    .filter(({ key }) => !order.includes(key));
  return { title, clauses: [...named, ...others], terms, consentBy };
}

/** The order with those of another in it too, each after the one that it follows there. */
function insertMissing(order: readonly string[], from: readonly string[]): string[] {
  const all = [...order];
  for (const [at, key] of from.entries())
    if (!all.includes(key)) all.splice(at === 0 ? 0 : all.indexOf(from[at - 1] ?? '') + 1, 0, key);
  return all;
}

/**
 * Brings two changes of one version together, clause by clause. A clause that one took out and the other reworded is
 * for the person to settle; the order never is: mine stands, unless only they changed it.
 */
export function mergeWordings(
  base: WordingFields,
  mine: WordingFields,
  theirs: WordingFields,
): Merged<WordingFields> {
  const all = new Set([base, mine, theirs].flatMap((side) => Object.keys(side).filter(isClauseField)));
  const whole = (side: WordingFields): WordingFields => ({
    ...side,
    ...Object.fromEntries([...all].map((field) => [field, side[field] ?? null])),
  });
  const merged = mergeFields(whole(base), whole(mine), whole(theirs));
  const order = [mine, theirs].reduce((so, side) => insertMissing(so, side.order), merged.value.order);
  return {
    ...merged,
    value: { ...merged.value, order },
    conflicts: merged.conflicts.filter((field) => field !== 'order'),
  };
}
