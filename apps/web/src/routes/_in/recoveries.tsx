import { createFileRoute } from '@tanstack/react-router';
import { RecoveriesScreen } from '../../recoveries/recoveries-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/recoveries')({
  beforeLoad: ({ context }) => requireMay(context.me, 'people.recover'),
  component: RecoveriesScreen,
});
