import { createFileRoute } from '@tanstack/react-router';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';

export const Route = createFileRoute('/sign-in/')({
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {},
  component: () => <SignInScreen to={Route.useSearch().to ?? '/'} />,
});
