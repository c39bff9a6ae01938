import type { Model } from './compile.ts';
import { pick, type Random } from './random.ts';

/**
 * All the schools to place in groups of neighbours around chance schools, of about `size` each.
 */
export function groupHosts(model: Model, random: Random, size: number): number[][] {
  const { hosts, instance } = model;
  if (hosts.length <= size) return hosts.length === 0 ? [] : [[...hosts]];
  const left = new Set(hosts);
  const groups: number[][] = [];
  while (left.size > 0) {
    const rest = [...left];
    const middle = instance.schools[rest[pick(random, rest.length)] ?? 0];
    const away = (s: number) => {
      const school = instance.schools[s];
      return school && middle ? Math.hypot(school.e - middle.e, school.n - middle.n) : 0;
    };
    const group = rest
      .map((s) => ({ s, metres: away(s) }))
      .sort((a, b) => a.metres - b.metres || a.s - b.s)
      .slice(0, rest.length < 1.5 * size ? rest.length : size)
      .map(({ s }) => s);
    for (const s of group) left.delete(s);
    groups.push(group);
  }
  return groups;
}
