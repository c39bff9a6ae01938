import { memberships } from '@lateral/db/schema';
import { and, gte, isNull, lte, or } from 'drizzle-orm';

/** Whether a membership holds on a day, as `holdsOn` of domain/memberships says it: both its days are included. */
export const memberOn = (day: string) =>
  and(lte(memberships.from, day), or(isNull(memberships.to), gte(memberships.to, day)));
