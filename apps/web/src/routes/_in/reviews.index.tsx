import { createFileRoute } from '@tanstack/react-router';
import { seasonsQuery } from '../../seasons/queries.ts';
import { ReviewsScreen } from '../../seasons/reviews-screen.tsx';
import { readReviewsSearch } from '../../seasons/search.ts';
import { requireMay } from '../../session.ts';
import { remindToAnswer } from '../-bulk-actions.ts';
import { ViewMenu } from '../-view-menu.tsx';

export const Route = createFileRoute('/_in/reviews/')({
  validateSearch: readReviewsSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'seasons.read'),
  loader: ({ context }) => context.queryClient.ensureQueryData(seasonsQuery),
  component: () => (
    <ReviewsScreen remind={remindToAnswer} views={<ViewMenu screen="reviews" search={Route.useSearch()} />} />
  ),
});
