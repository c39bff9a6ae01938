import type { Season } from '@lateral/contract/seasons';
import { type PlanBlocker, planBlockers } from '@lateral/domain/seasons/readiness';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { blockerWords } from './words.ts';

const order: readonly PlanBlocker[] = ['no-members', 'no-clusters', 'no-trained-leaders', 'no-terms'];

/** What must be there before the season can be planned: a list of tasks, each with a link to where it is done. */
export function Blockers({ blockers }: { blockers: Season['blockers'] }) {
  if (blockers.length === 0) return null;
  const done = planBlockers.length - blockers.length;
  return (
    <Card
      title="Before you can plan"
      beside={`${done} of ${planBlockers.length} done`}
      isPadded={false}
      className="mb-5"
    >
      <ul>
        {order.map((blocker) => (
          <Task key={blocker} blocker={blocker} isDone={!blockers.includes(blocker)} />
        ))}
      </ul>
    </Card>
  );
}

function Task({ blocker, isDone }: { blocker: PlanBlocker; isDone: boolean }) {
  const { task, hint, to } = blockerWords[blocker];
  return (
    <li className="relative flex items-center gap-4 border-b border-line px-5 py-3 last:border-b-0 hover:bg-hover">
      <div className="min-w-0 flex-1">
        <Link to={to} className="font-semibold after:absolute after:inset-0">
          {task}
        </Link>
        <p className="text-sm text-muted">{hint}</p>
      </div>
      {isDone ? <span>Done</span> : <StatusTag status="asked">To do</StatusTag>}
    </li>
  );
}
