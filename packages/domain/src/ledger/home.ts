import type { Capacity } from './entries.ts';

/** A school that a reviewer belongs to on the day, in whose capacity they review, and what that has still to give. */
export type Home = { schoolId: string; urn: number; capacity: Capacity; left: number };

/**
 * The school for which somebody of several gives their day: the one that has the most left to give; of equal ones the
 * one with the lowest URN. Null for somebody who belongs to none.
 */
export function homeOf(homes: readonly Home[]): Home | null {
  const [first] = [...homes].sort((a, b) => b.left - a.left || a.urn - b.urn);
  return first ?? null;
}

/** A head's day is a head's; everybody else's counts for the deputy, unless the school has offered it otherwise. */
export const capacityOf = (role: string): Capacity => (role === 'headteacher' ? 'head' : 'deputy');
