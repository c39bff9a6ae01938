import { membershipFilters } from '@lateral/contract/memberships';
import { peopleFilters } from '@lateral/contract/people';
import { schoolFilters } from '@lateral/contract/schools';
import type { View } from '@lateral/contract/views';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { decide } from '@lateral/domain/policy';
import { permissionOfScreen } from '@lateral/domain/views/views';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { countMatching } from '../memberships/queries.ts';
import { countPeople } from '../people/queries.ts';
import { countSchools } from '../schools/queries.ts';
import { findVersionInForce } from '../version-in-force.ts';
import type { ViewRow } from '../views/queries.ts';

type Row = Omit<ViewRow, 'partnershipId'> & { owner: string };

/** More than these are not counted: the side of the screen does not show more. */
const mostCounted = 12;
const forSchools = z.object(schoolFilters);
const forPeople = z.object(peopleFilters);
const forMembers = z.object(membershipFilters);

/** How many rows the actor finds in a view; null when it would take a search to know, or when a filter is not ours. */
async function countView(db: Db, actor: Actor, { screen, filters }: Row, now: Date): Promise<number | null> {
  if (filters.q) return null;
  const reach = decide(actor.roles, permissionOfScreen[screen]);
  if (typeof reach !== 'object') return null;
  const day = dayInLondon(now);
  switch (screen) {
    case 'schools': {
      const { data } = forSchools.safeParse(filters);
      return data ? countSchools(db, reach, { ...data, day }) : null;
    }
    case 'people': {
      const { data } = forPeople.safeParse(filters);
      return data ? countPeople(db, reach, data, day) : null;
    }
    case 'members': {
      const { data } = forMembers.safeParse(filters);
      return data ? countMatching(db, { reach, day, inForce: await findVersionInForce(db) }, data) : null;
    }
    case 'reviews':
      return null;
  }
}

/** Views as the actor sees them: whose they are, and how much they find in the first dozen. */
export function describeViews(db: Db, actor: Actor, rows: readonly Row[], now: Date): Promise<View[]> {
  const describe = async (row: Row, at: number) => {
    const { ownerId, ...view } = row;
    const count = at < mostCounted ? await countView(db, actor, row, now) : null;
    return { ...view, isMine: ownerId === actor.personId, count };
  };
  return Promise.all(rows.map(describe));
}
