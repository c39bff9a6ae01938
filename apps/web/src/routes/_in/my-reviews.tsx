import { createFileRoute } from '@tanstack/react-router';
import { OfferCard } from '../../offers/offer-card.tsx';
import { MyReviewsScreen } from '../../reviews/my-reviews-screen.tsx';
import { ownReviewsQuery } from '../../reviews/queries.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/my-reviews')({
  beforeLoad: ({ context }) => requireMay(context.me, 'reviews.read'),
  loader: ({ context }) => context.queryClient.ensureQueryData(ownReviewsQuery),
  component: () => <MyReviewsScreen top={<OfferCard />} />,
});
