import { CalendarSearch } from 'lucide-react';
import { EmptyState } from '../ui/empty-state.tsx';
import { noFilter, ReviewLink, useReviewsSearch } from './review-link.tsx';

const words = {
  short: 'No review is short of people',
  clashes: 'No review clashes',
  changed: 'Everything is published',
  none: 'Every school has a date',
} as const;

/** What stands in place of the reviews where none is found. */
export function NothingFound() {
  const { tab, cluster, phase, q } = useReviewsSearch();
  const isAlone = !(cluster || phase || q);
  return (
    <EmptyState
      icon={CalendarSearch}
      title={tab && isAlone ? words[tab] : 'No review matches'}
      action={
        <ReviewLink change={noFilter} className="text-pen underline underline-offset-3">
          Show all reviews
        </ReviewLink>
      }
    />
  );
}
