import { Coffee } from 'lucide-react';
import { useState } from 'react';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { listKeys, rowProps } from '../ui/list-keys.ts';
import type { Today } from './queries.ts';
import { taskLinks } from './task-links.ts';
import { taskWords } from './words.ts';

const tones = {
  risk: 'bg-risk-soft text-risk',
  waiting: 'bg-waiting-soft text-waiting',
  asked: 'bg-asked text-pen',
};
const keys = [
  { key: 'J K', does: 'move' },
  { key: 'Enter', does: 'act' },
];

/** What needs the broker, most pressing first. With focus on the list, j and k move and Enter acts. */
export function NeedsYou({ tasks }: { tasks: Today['tasks'] }) {
  const [at, setAt] = useState(0);
  if (tasks.length === 0) {
    return (
      <Card title="Needs you" isPadded={false}>
        <EmptyState icon={Coffee} title="Nothing needs you">
          When something does, it appears here with the next step.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="Needs you" isPadded={false} action={<KeyHint keys={keys} />}>
      <ul onKeyDown={listKeys()}>
        {tasks.map((task, i) => (
          <TaskRow key={task.kind} task={task} at={i} isCurrent={i === at} onCurrent={() => setAt(i)} />
        ))}
      </ul>
    </Card>
  );
}

type RowProps = { task: Today['tasks'][number]; at: number; isCurrent: boolean; onCurrent: () => void };

function TaskRow({ task: { kind, count }, at, isCurrent, onCurrent }: RowProps) {
  const { title, why, action } = taskWords[kind];
  const { icon: Icon, tone, ...link } = taskLinks[kind];
  return (
    <li
      {...rowProps(at)}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onCurrent}
      className={`focus-inside flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-b-line py-4 pr-5 pl-4 last:border-b-0 sm:flex-nowrap ${isCurrent ? 'border-l-4 border-l-pen bg-pen-soft' : 'border-l-4 border-l-transparent'}`}
    >
      <span className={`grid size-10 shrink-0 place-items-center rounded-control ${tones[tone]}`}>
        <Icon aria-hidden className="size-5.5" strokeWidth={1.75} />
      </span>
      <div className="min-w-0 flex-1">
        <h3>{title(count)}</h3>
        <p className="text-sm text-muted">{why}</p>
      </div>
      <ButtonLink
        {...link}
        variant={isCurrent ? 'primary' : 'secondary'}
        className="max-sm:w-full sm:min-w-40"
        aria-label={`${action}: ${title(count)}`}
      >
        {action}
      </ButtonLink>
    </li>
  );
}
