import type { Season } from '@lateral/contract/seasons';
import type { PlanBlocker } from '@lateral/domain/seasons/readiness';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { blockerWords } from './words.ts';

const order: readonly PlanBlocker[] = ['no-members', 'no-clusters', 'no-trained-leaders', 'no-terms'];

type Standing = 'done' | 'to-do' | 'later';

/** Schools can be put into clusters only once there are members. */
function standingOf(blocker: PlanBlocker, blockers: Season['blockers']): Standing {
  if (blockers.includes(blocker)) return 'to-do';
  return blocker === 'no-clusters' && blockers.includes('no-members') ? 'later' : 'done';
}

/** What must be there before the season can be planned: a list of tasks, each with a link to where it is done. */
export function Blockers({ blockers }: { blockers: Season['blockers'] }) {
  if (blockers.length === 0) return null;
  // A season that is over is said only when it is; it is no step that one does.
  const steps = blockers.includes('window-over') ? [...order, 'window-over' as const] : order;
  const tasks = steps.map((blocker) => ({ blocker, standing: standingOf(blocker, blockers) }));
  const done = tasks.filter(({ standing }) => standing === 'done').length;
  return (
    <Card
      title="Before you can plan the season"
      beside={`${done} of ${tasks.length} done`}
      isPadded={false}
      className="mb-5"
    >
      <ul>
        {tasks.map(({ blocker, standing }) => (
          <Task key={blocker} blocker={blocker} standing={standing} />
        ))}
      </ul>
    </Card>
  );
}

function Task({ blocker, standing }: { blocker: PlanBlocker; standing: Standing }) {
  const { task, hint, to } = blockerWords[blocker];
  const isLater = standing === 'later';
  return (
    <li
      className={`relative flex items-center gap-4 border-b border-line px-5 py-3 last:border-b-0 ${isLater ? 'text-muted' : 'hover:bg-hover'}`}
    >
      <div className="min-w-0 flex-1">
        {isLater ? (
          <p className="font-semibold">{task}</p>
        ) : (
          <Link to={to} className="font-semibold after:absolute after:inset-0">
            {task}
          </Link>
        )}
        <p className="text-sm text-muted">{hint}</p>
      </div>
      {standing === 'to-do' && <StatusTag status="asked">To do</StatusTag>}
      {standing !== 'to-do' && <span className="shrink-0">{isLater ? 'Cannot start yet' : 'Done'}</span>}
    </li>
  );
}
