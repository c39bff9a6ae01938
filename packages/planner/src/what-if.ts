import { applyChange, type Change, type ChangeFault } from './changes.ts';
import { compareSchedules, type Difference } from './compare.ts';
import type { Instance, PreviousReview, Schedule } from './instance.ts';

/** The engine, handed in: it plans an instance from its `previous` reviews. */
export type Planner = (instance: Instance) => Schedule;

/**
 * Makes one change and plans again from the schedule as it is, which goes in as the plan of before: locked reviews as
 * they are locked, the others as draft, or as announced where they were. The instance's own `previous` decides again
 * when the outcome is scored, so that before and after are measured alike. Costs are those of the instance as it was;
 * only a day added to the calendar counts in the score of after.
 */
export function whatIf(
  instance: Instance,
  schedule: Schedule,
  change: Change,
  { plan }: { plan: Planner },
): { schedule: Schedule; difference: Difference } | { fault: ChangeFault } {
  const applied = applyChange(instance, change);
  if ('fault' in applied) return applied;
  const after = plan(continueFrom(applied.instance, schedule));
  const scored = { ...instance, calendar: applied.instance.calendar };
  return { schedule: after, difference: compareSchedules(instance, schedule, after, scored) };
}

/** The instance with a schedule as its previous plan: what is locked stays locked, what was announced announced. */
export function continueFrom(instance: Instance, { reviews }: Schedule): Instance {
  const locked = instance.previous.filter(({ status }) => status === 'locked');
  const held = new Set(locked.map(({ school }) => school));
  const told = new Set(
    instance.previous.filter(({ status }) => status === 'announced').map(({ school }) => school),
  );
  const open = reviews.flatMap((review): PreviousReview[] =>
    held.has(review.school) ? [] : [{ ...review, status: told.has(review.school) ? 'announced' : 'draft' }],
  );
  return { ...instance, previous: [...locked, ...open] };
}
