import { useInfiniteQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { Button } from '../ui/button.tsx';
import { listReviewerIds, type ReviewerFilter, reviewersQuery } from './queries.ts';
import { ReviewLink } from './review-link.tsx';

type Props = {
  seasonId: string;
  /** What the list is narrowed to: those who are counted and reminded are of it. */
  filter: ReviewerFilter;
  /** Null for whoever may not. */
  remind: BulkAction | null;
};

/** How many reviewers have not said yes or no, showing only those, and reminding them. */
export function Unanswered({ seasonId, filter, remind }: Props) {
  const [isReminding, setIsReminding] = useState(false);
  const waiting = { ...filter, answer: 'waiting' as const };
  const list = useInfiniteQuery(reviewersQuery(seasonId, waiting));
  const count = list.data?.pages[0]?.total ?? 0;
  const close = () => setIsReminding(false);
  const isOnlyThem = filter.answer !== undefined;
  if (count === 0) return null;
  return (
    <div data-screen-only className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ReviewLink
        change={{ answer: isOnlyThem ? undefined : 'waiting' }}
        className="inline-flex min-h-6 items-center text-pen underline underline-offset-3 max-desk:min-h-11"
      >
        {isOnlyThem ? 'Show everybody' : `Show the ${count} who ${count === 1 ? 'has' : 'have'} not answered`}
      </ReviewLink>
      {count > 0 && remind && (
        <Button icon={BellRing} onClick={() => setIsReminding(true)}>
          Remind {count}
          <span className="sr-only">: {remind.label}</span>
        </Button>
      )}
      {isReminding && remind && (
        <Suspense>
          <remind.Dialog
            count={count}
            listIds={() => listReviewerIds(seasonId, waiting)}
            onClose={close}
            onDone={close}
          />
        </Suspense>
      )}
    </div>
  );
}
