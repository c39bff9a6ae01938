import { createFileRoute } from '@tanstack/react-router';
import { partnershipQuery } from '../../partnerships/queries.ts';
import { SettingsScreen } from '../../partnerships/settings-screen.tsx';
import { RetentionCard } from '../../retention/retention-card.tsx';
import { requireMay } from '../../session.ts';
import { TokensCard } from '../../tokens/tokens-card.tsx';

export const Route = createFileRoute('/_in/settings')({
  beforeLoad: ({ context }) => requireMay(context.me, 'partnership.update'),
  loader: ({ context }) => context.queryClient.ensureQueryData(partnershipQuery),
  component: () => (
    <SettingsScreen>
      <TokensCard />
      <RetentionCard />
    </SettingsScreen>
  ),
});
