import { answerParent } from './answer-parent.ts';
import { checkReview } from './check-review.ts';
import { explain } from './explain.ts';
import type { Instance, Review, Schedule } from './instance.ts';
import { listOpenings } from './openings.ts';
import { plan } from './plan.ts';
import { rankSeat, type SeatChoice } from './rank-seat.ts';
import { findRelaxations, type Relaxation } from './relaxations.ts';

/** What is asked of a process about a schedule. */
export type Question = { instance: Instance; schedule: Schedule } & (
  | { kind: 'explain' }
  | { kind: 'rank-seat'; choice: SeatChoice }
  | { kind: 'openings'; school: string }
  | { kind: 'check-review'; review: Review }
  | { kind: 'relax'; choice: { school: string; limit: number } }
);

/** A change that places a school, without the schedule that showed it. */
export type TriedChange = Omit<Relaxation, 'schedule'>;

/** Steps for each try: some fifty of them may be made. */
const steps = 20_000;
/** Where nothing helps, all of them would take a minute; after so long, what has not been tried places nothing. */
const patience = 20_000;

function answer(question: Question) {
  const { instance, schedule } = question;
  switch (question.kind) {
    case 'explain':
      return explain(instance, schedule);
    case 'rank-seat':
      return rankSeat(instance, schedule, question.choice);
    case 'openings':
      return listOpenings(instance, schedule, question.school);
    case 'check-review':
      return checkReview(instance, schedule, question.review);
    case 'relax':
      return relax(instance, schedule, question.choice);
  }
}

function relax(instance: Instance, schedule: Schedule, { school, limit }: { school: string; limit: number }) {
  const end = performance.now() + patience;
  const found = findRelaxations(instance, schedule, school, {
    limit,
    plan: (changed) => (performance.now() < end ? plan(changed, { seed: 1, effort: { steps } }) : schedule),
  });
  return found.map(({ schedule: _, ...tried }): TriedChange => tried);
}

await answerParent(answer);
