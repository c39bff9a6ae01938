export type Merged<T> = {
  /** What both sides agree on, with mine where there is a conflict. */
  value: T;
  /** Fields that both changed, each to something else. */
  conflicts: (keyof T)[];
  /** Fields that they alone changed: taken over. */
  taken: (keyof T)[];
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Brings two changes of one thing together, field by field: what one side left alone goes as the other has it.
 * @param base what both began from
 */
export function mergeFields<T extends object>(base: T, mine: T, theirs: T): Merged<T> {
  const value = { ...mine };
  const conflicts: (keyof T)[] = [];
  const taken: (keyof T)[] = [];
  for (const field of Object.keys(mine) as (keyof T)[]) {
    const [from, my, their] = [base[field], mine[field], theirs[field]];
    if (isSame(my, their) || isSame(from, their)) continue;
    if (isSame(from, my)) {
      value[field] = their;
      taken.push(field);
    } else conflicts.push(field);
  }
  return { value, conflicts, taken };
}
