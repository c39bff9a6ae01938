import { History } from 'lucide-react';
import { Button } from './button.tsx';

/** Says that what somebody typed before is still there, and how to be rid of it. */
export function DraftNote({ onStartAgain }: { onStartAgain: () => void }) {
  return (
    <div
      role="status"
      className="mb-5 flex flex-wrap items-center gap-3 rounded-control bg-asked px-4 py-3 text-ink"
    >
      <History aria-hidden className="size-5 shrink-0 text-pen" />
      <p className="min-w-0 flex-1">We kept what you typed here before. It is not saved yet.</p>
      <Button size="small" onClick={onStartAgain}>
        Start again
      </Button>
    </div>
  );
}
