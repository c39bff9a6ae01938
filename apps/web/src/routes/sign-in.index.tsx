import { createFileRoute } from '@tanstack/react-router';
import { demonstrationQuery, providerQuery } from '../sign-in/queries.ts';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';

export const Route = createFileRoute('/sign-in/')({
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {},
  // Known before the form is shown: a form that moves while somebody types loses what they typed.
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(demonstrationQuery),
      queryClient.ensureQueryData(providerQuery),
    ]),
  component: () => <SignInScreen to={Route.useSearch().to ?? '/'} />,
});
