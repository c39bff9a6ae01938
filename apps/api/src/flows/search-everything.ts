import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { decide, type Permission, type Reach } from '@lateral/domain/policy';
import type { Actor } from '../actor.ts';
import { findPeopleLike } from '../people/search-queries.ts';
import { findClustersLike, findSchoolsLike } from '../schools/search-queries.ts';

const most = { schools: 7, people: 5, clusters: 4 };

/** What is most like the words typed, of each kind that the actor may see, as far as they may see it. */
export async function searchEverything(db: Db, { roles }: Pick<Actor, 'roles'>, q: string, now: Date) {
  const within = async <T>(permission: Permission, find: (reach: Reach) => Promise<T[]>): Promise<T[]> => {
    const reach = decide(roles, permission);
    return typeof reach === 'object' ? find(reach) : [];
  };
  const [schools, people, clusters] = await Promise.all([
    within('schools.read', (reach) => findSchoolsLike(db, reach, q, most.schools)),
    within('people.read', (reach) => findPeopleLike(db, reach, q, dayInLondon(now), most.people)),
    within('clusters.read', () => findClustersLike(db, q, most.clusters)),
  ]);
  return { schools, people, clusters };
}
