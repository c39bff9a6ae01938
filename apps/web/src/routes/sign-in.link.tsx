import { createFileRoute } from '@tanstack/react-router';
import { LinkScreen } from '../sign-in/link-screen.tsx';

export const Route = createFileRoute('/sign-in/link')({
  validateSearch: ({ from }: Record<string, unknown>): { from?: 'provider' } =>
    from === 'provider' ? { from } : {},
  component: () => <LinkScreen isFromProvider={Route.useSearch().from === 'provider'} />,
});
