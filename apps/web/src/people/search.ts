import { type Role, roles } from '@lateral/domain/people/roles';

/** What the address of the people list says. */
export type PeopleSearch = { q?: string; role?: Role | 'leaders'; trained?: 'yes' | 'no' };

export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const role = [...roles, 'leaders' as const].find((one) => one === raw.role);
  const trained = (['yes', 'no'] as const).find((one) => one === raw.trained);
  return {
    ...(typeof raw.q === 'string' && raw.q !== '' && { q: raw.q.slice(0, 100) }),
    ...(role && { role }),
    ...(trained && { trained }),
  };
}
