import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Navigate } from '@tanstack/react-router';
import { OffersScreen } from '../../offers/offers-screen.tsx';
import { readOffersSearch } from '../../offers/search.ts';
import { seasonsQuery } from '../../seasons/queries.ts';
import { requireMay } from '../../session.ts';
import { remindToOffer } from '../-bulk-actions.ts';

export const Route = createFileRoute('/_in/reviews/offers')({
  validateSearch: readOffersSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'offers.ask'),
  loader: ({ context }) => context.queryClient.ensureQueryData(seasonsQuery),
  component: function Offers() {
    const search = Route.useSearch();
    const { data } = useSuspenseQuery(seasonsQuery);
    const seasonId = search.season ?? data.items[0]?.id;
    if (!seasonId) return <Navigate to="/reviews" replace />;
    return <OffersScreen seasonId={seasonId} search={search} remind={remindToOffer} />;
  },
});
