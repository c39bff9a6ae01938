import { createFileRoute } from '@tanstack/react-router';
import { seasonsQuery } from '../../seasons/queries.ts';
import { StartScreen } from '../../seasons/start-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/reviews/new')({
  beforeLoad: ({ context }) => requireMay(context.me, 'seasons.plan'),
  loader: ({ context }) => context.queryClient.ensureQueryData(seasonsQuery),
  component: StartScreen,
});
