import type { Relaxation } from '@lateral/contract/season-reasons';
import type { TriedChange } from '@lateral/planner/asking-process';
import type { Leaders } from './introduce-leaders.ts';

/** A change that would place a school, with names. */
export function describeRelaxation({ change, othersTouched }: TriedChange, leaders: Leaders): Relaxation {
  return { change: describeChange(change, leaders), othersTouched };
}

function describeChange(change: TriedChange['change'], { introduce }: Leaders): Relaxation['change'] {
  switch (change.kind) {
    case 'add-day':
    case 'allow-repeat':
      return { kind: change.kind, who: introduce(change.leaderId) };
    case 'allow-cluster':
    case 'allow-group':
    case 'free-dates':
      return { kind: change.kind };
    case 'soften-focus':
      return { kind: change.kind, area: change.area };
    case 'relax-rule':
      return { kind: change.key === 'minHeads' ? 'fewer-heads' : 'allow-return' };
    default:
      throw new Error(`the planner does not relax by ${change.kind}`);
  }
}
