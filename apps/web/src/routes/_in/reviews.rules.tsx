import { createFileRoute } from '@tanstack/react-router';
import { seasonsQuery } from '../../seasons/queries.ts';
import { RulesScreen } from '../../seasons/rules-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/reviews/rules')({
  validateSearch: ({ year }: Record<string, unknown>): { year?: string } =>
    typeof year === 'string' && /^20\d\d$/.test(year) ? { year } : {},
  beforeLoad: ({ context }) => requireMay(context.me, 'seasons.plan'),
  loader: ({ context }) => context.queryClient.ensureQueryData(seasonsQuery),
  component: () => <RulesScreen year={Route.useSearch().year} />,
});
