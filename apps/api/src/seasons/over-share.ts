import type { Instance, Schedule } from '@lateral/planner/instance';

/**
 * Supply is exactly what is needed, so whoever takes the place of another often gives a day more than they owe: everyone
 * who gives days may be asked for one more. Whoever gives none is not.
 */
export const oneMoreDay = (instance: Instance): Instance => ({
  ...instance,
  units: instance.units.map((unit) => ({ ...unit, maxDays: unit.maxDays + 1 })),
  leaders: instance.leaders.map((leader) =>
    leader.maxReviews > 0 ? { ...leader, maxReviews: leader.maxReviews + 1 } : leader,
  ),
});

/** Tells of a leader whether one review more would be more than they, or their school, owe. */
export function overShare({ leaders, units }: Instance, { reviews }: Schedule) {
  const known = new Map(leaders.map((leader) => [leader.id, leader]));
  const most = new Map(units.map(({ id, maxDays }) => [id, maxDays]));
  const given = new Map<string, number>();
  const ofUnit = new Map<string, number>();
  for (const id of reviews.flatMap(({ team }) => team)) {
    const unit = known.get(id)?.unitId ?? '';
    given.set(id, (given.get(id) ?? 0) + 1);
    ofUnit.set(unit, (ofUnit.get(unit) ?? 0) + 1);
  }
  return (id: string) => {
    const leader = known.get(id);
    if (!leader) return true;
    const isUnitFull = (ofUnit.get(leader.unitId) ?? 0) >= (most.get(leader.unitId) ?? 0);
    return isUnitFull || (given.get(id) ?? 0) >= leader.maxReviews;
  };
}
