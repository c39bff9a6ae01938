import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { pathOrHome } from '../destination.ts';
import { demonstrationQuery, providerQuery } from './queries.ts';

const SignInScreen = lazy(() => import('./sign-in-screen.tsx').then((m) => ({ default: m.SignInScreen })));
const LinkScreen = lazy(() => import('./link-screen.tsx').then((m) => ({ default: m.LinkScreen })));
const ProviderScreen = lazy(() =>
  import('./provider-screen.tsx').then((m) => ({ default: m.ProviderScreen })),
);
const StopScreen = lazy(() => import('./stop-screen.tsx').then((m) => ({ default: m.StopScreen })));
const UnsubscribeScreen = lazy(() =>
  import('./unsubscribe-screen.tsx').then((m) => ({ default: m.UnsubscribeScreen })),
);
const MailboxScreen = lazy(() => import('./mailbox-screen.tsx').then((m) => ({ default: m.MailboxScreen })));

/** The pages before sign-in. They have no router and load little: a mailed link is opened on a phone, on any network. */
export function Door({ path, search }: { path: string; search: URLSearchParams }) {
  return (
    <Suspense>
      <Screen path={path.replace(/\/$/, '')} search={search} />
    </Suspense>
  );
}

function Screen({ path, search }: { path: string; search: URLSearchParams }) {
  switch (path) {
    case '/sign-in/link':
      return <LinkScreen isFromProvider={search.get('from') === 'provider'} />;
    case '/sign-in/provider':
      return <ProviderScreen why={search.get('why')} />;
    case '/sign-in/stop':
      return <StopScreen />;
    case '/sign-in/unsubscribe':
      return <UnsubscribeScreen />;
    case '/mailbox':
      return <MailboxScreen />;
    default:
      return <SignIn to={pathOrHome(search.get('to'))} />;
  }
}

/** Shown once it is known what there is: a form that moves while somebody types loses what they typed. */
function SignIn({ to }: { to: string }) {
  const demonstration = useQuery(demonstrationQuery);
  const provider = useQuery(providerQuery);
  if (demonstration.isPending || provider.isPending) return null;
  return <SignInScreen to={to} />;
}
