import { createFileRoute } from '@tanstack/react-router';
import { ImportsScreen } from '../../imports/imports-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/imports/')({
  beforeLoad: ({ context }) => requireMay(context.me, 'imports.read'),
  component: ImportsScreen,
});
