import { createFileRoute } from '@tanstack/react-router';
import { AgreementsScreen } from '../../agreements/agreements-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/agreements/')({
  beforeLoad: ({ context }) => requireMay(context.me, 'agreements.read'),
  component: AgreementsScreen,
});
