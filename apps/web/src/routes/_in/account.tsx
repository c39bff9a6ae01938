import { createFileRoute } from '@tanstack/react-router';
import { DelegationsCard } from '../../delegations/delegations-card.tsx';
import { OwnDataCard } from '../../erasures/own-data-card.tsx';
import { FeedCard } from '../../feeds/feed-card.tsx';
import { ChoicesCard } from '../../notifications/choices-card.tsx';
import { accountQuery } from '../../sign-in/account-queries.ts';
import { AccountScreen } from '../../sign-in/account-screen.tsx';

export const Route = createFileRoute('/_in/account')({
  loader: ({ context }) => context.queryClient.ensureQueryData(accountQuery),
  component: () => (
    <AccountScreen>
      <ChoicesCard />
      <FeedCard />
      <DelegationsCard />
      <OwnDataCard />
    </AccountScreen>
  ),
});
