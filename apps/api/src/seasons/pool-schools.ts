/**
 * Schools that share a leader (a federation with one executive head) give their days out of one pool.
 * @returns for each school the id of its pool: the first of its schools
 */
export function poolSchools(
  schoolIds: readonly string[],
  shared: readonly (readonly string[])[],
): Map<string, string> {
  const parent = new Map(schoolIds.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    const up = parent.get(id) ?? id;
    return up === id ? id : rootOf(up);
  };
  for (const [first, ...others] of shared) {
    for (const other of others) if (first) parent.set(rootOf(other), rootOf(first));
  }
  return new Map(schoolIds.map((id) => [id, rootOf(id)]));
}
