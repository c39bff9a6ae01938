import type { Board } from '@lateral/contract/seasons';
import { listUnanswered } from '@lateral/domain/seasons/standing';
import { BellRing } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { Button } from '../ui/button.tsx';
import { todayInLondon } from '../ui/days.ts';
import { ReviewLink, useReviewsSearch } from './review-link.tsx';

type Props = { board: Board /** Null for whoever may not. */; remind: BulkAction | null };

/** How many reviewers have not said yes or no, showing only those, and reminding them. */
export function Unanswered({ board, remind }: Props) {
  const { answer } = useReviewsSearch();
  const [isReminding, setIsReminding] = useState(false);
  const waiting = listUnanswered(board.reviews, todayInLondon());
  const count = waiting.length;
  const close = () => setIsReminding(false);
  if (count === 0 && !answer) return null;
  return (
    <div data-screen-only className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ReviewLink
        change={{ answer: answer ? undefined : 'waiting' }}
        className="inline-flex min-h-6 items-center text-pen underline underline-offset-3 max-desk:min-h-11"
      >
        {answer ? 'Show everybody' : `Show the ${count} who ${count === 1 ? 'has' : 'have'} not answered`}
      </ReviewLink>
      {count > 0 && remind && (
        <Button icon={BellRing} onClick={() => setIsReminding(true)}>
          Remind {count}
          <span className="sr-only">: {remind.label}</span>
        </Button>
      )}
      {isReminding && remind && (
        <Suspense>
          <remind.Dialog count={count} listIds={async () => waiting} onClose={close} onDone={close} />
        </Suspense>
      )}
    </div>
  );
}
