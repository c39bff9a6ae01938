import { createFileRoute } from '@tanstack/react-router';
import { ChooseSchool } from '../../offers/choose-school.tsx';
import { roundsQuery } from '../../offers/queries.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/reviews/offer/')({
  beforeLoad: ({ context }) => requireMay(context.me, 'offers.read'),
  loader: ({ context }) => context.queryClient.ensureQueryData(roundsQuery),
  component: ChooseSchool,
});
