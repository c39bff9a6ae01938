import { peopleFilters } from '@lateral/contract/people';
import { schoolFilters } from '@lateral/contract/schools';
import type { View } from '@lateral/contract/views';
import type { Db } from '@lateral/db/client';
import { dayInLondon } from '@lateral/domain/calendars/london';
import { decide } from '@lateral/domain/policy';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { countPeople } from '../people/queries.ts';
import { countSchools } from '../schools/queries.ts';
import type { ViewRow } from '../views/queries.ts';

type Row = Omit<ViewRow, 'partnershipId'> & { owner: string };

/** More than these are not counted: the side of the screen does not show more. */
const mostCounted = 12;
const forSchools = z.object(schoolFilters);
const forPeople = z.object(peopleFilters);

/** How many rows the actor finds in a view; null when it would take a search to know, or when a filter is not ours. */
async function countView(db: Db, actor: Actor, { screen, filters }: Row, now: Date): Promise<number | null> {
  if (filters.q) return null;
  const reach = decide(actor.roles, screen === 'people' ? 'people.read' : 'schools.read');
  if (typeof reach !== 'object') return null;
  const schools = screen === 'schools' ? forSchools.safeParse(filters) : null;
  if (schools?.success) return countSchools(db, reach, { ...schools.data, day: dayInLondon(now) });
  const people = screen === 'people' ? forPeople.safeParse(filters) : null;
  return people?.success ? countPeople(db, reach, people.data, dayInLondon(now)) : null;
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
