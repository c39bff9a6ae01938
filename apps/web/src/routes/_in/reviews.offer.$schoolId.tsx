import { createFileRoute } from '@tanstack/react-router';
import { OfferPlace } from '../../offers/offer-place.tsx';
import { roundsQuery } from '../../offers/queries.ts';
import { readOfferSearch } from '../../offers/search.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/reviews/offer/$schoolId')({
  validateSearch: readOfferSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'offers.read'),
  loader: ({ context }) => context.queryClient.ensureQueryData(roundsQuery),
  component: function Offer() {
    const { schoolId } = Route.useParams();
    return <OfferPlace key={schoolId} schoolId={schoolId} search={Route.useSearch()} />;
  },
});
