import { CircleAlert } from 'lucide-react';
import { explain } from '../words.ts';
import { Button } from './button.tsx';

type Props = { error: Error; words?: Record<string, string>; onRetry?: () => void };

/** A problem inside a page or a dialog: a sentence, and a way to try again. */
export function ErrorNote({ error, words = {}, onRetry }: Props) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-control border-l-4 border-risk bg-risk-soft px-4 py-3 text-risk"
    >
      <CircleAlert aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 flex-1">{explain(error, words)}</p>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
