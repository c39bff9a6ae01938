import { createFileRoute } from '@tanstack/react-router';
import { ProviderScreen } from '../sign-in/provider-screen.tsx';
import { type ProviderRefusal, providerWords } from '../sign-in/words.ts';

export const Route = createFileRoute('/sign-in/provider')({
  validateSearch: ({ why }: Record<string, unknown>): { why?: ProviderRefusal } =>
    typeof why === 'string' && why in providerWords ? { why: why as ProviderRefusal } : {},
  component: () => <ProviderScreen why={Route.useSearch().why ?? null} />,
});
