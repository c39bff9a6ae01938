/** A cluster that is there now: its schools among those proposed. */
export type PresentCluster = { name: string; schoolIds: readonly string[] };
export type NamedCluster = { name: string; schoolIds: string[] };

/**
 * Gives each proposed cluster the name of the present one that it shares most schools with, so that as few schools as
 * possible change cluster; those left over get the first free letter.
 */
export function nameClusters(
  proposed: readonly (readonly string[])[],
  present: readonly PresentCluster[],
): NamedCluster[] {
  const shared = proposed
    .flatMap((ids, i) =>
      present.map(({ name, schoolIds }) => ({
        i,
        name,
        count: schoolIds.filter((id) => ids.includes(id)).length,
      })),
    )
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.i - b.i));
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { i, name } of shared) {
    if (names.has(i) || taken.has(name.toLowerCase())) continue;
    names.set(i, name);
    taken.add(name.toLowerCase());
  }
  return proposed
    .map((ids, i) => ({ name: names.get(i) ?? freeName(taken), schoolIds: [...ids] }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function freeName(taken: Set<string>): string {
  for (let n = 0; ; n += 1) {
    const letters =
      (n >= 26 ? String.fromCharCode(64 + Math.floor(n / 26)) : '') + String.fromCharCode(65 + (n % 26));
    const name = `Secondary ${letters}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

export const placementRefusals = [
  'school-missing',
  'school-twice',
  'school-unknown',
  'name-twice',
  'empty-cluster',
] as const;
export type PlacementRefusal = (typeof placementRefusals)[number];

/** Clusters are applied whole: every school that is compared stands in exactly one, and each has a name of its own. */
export function refusePlacement(
  clusters: readonly NamedCluster[],
  schoolIds: readonly string[],
): PlacementRefusal | null {
  const placed = clusters.flatMap(({ schoolIds }) => schoolIds);
  const names = clusters.map(({ name }) => name.trim().toLowerCase());
  if (new Set(names).size < names.length) return 'name-twice';
  if (clusters.some(({ schoolIds }) => schoolIds.length === 0)) return 'empty-cluster';
  if (new Set(placed).size < placed.length) return 'school-twice';
  const known = new Set(schoolIds);
  if (placed.some((id) => !known.has(id))) return 'school-unknown';
  return placed.length < schoolIds.length ? 'school-missing' : null;
}
