import { Check, CircleAlert, CircleDashed, CircleHelp, Clock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

const looks: Record<string, { icon: LucideIcon; className: string }> = {
  'not-started': { icon: CircleDashed, className: 'border-control px-2 text-ink' },
  asked: { icon: CircleHelp, className: 'border-transparent bg-asked px-2 text-pen' },
  waiting: { icon: Clock, className: 'border-transparent bg-waiting-soft px-2 text-waiting' },
  clash: { icon: CircleAlert, className: 'hatched border-risk px-2 text-risk' },
  problem: { icon: CircleAlert, className: 'border-transparent bg-risk-soft px-2 text-risk' },
  done: { icon: Check, className: 'border-transparent text-ink' },
};
export type Status = 'not-started' | 'asked' | 'waiting' | 'clash' | 'problem' | 'done';

/** A status as shape, word and colour together. What is done has no fill, so that what is not stands out. */
export function StatusTag({ status, children }: { status: Status; children: ReactNode }) {
  const { icon: Icon, className } = looks[status] ?? { icon: Check, className: '' };
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-md border py-0.5 text-sm font-semibold whitespace-nowrap ${className}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className={status === 'clash' ? 'rounded-xs bg-surface px-1' : ''}>{children}</span>
    </span>
  );
}
