import { createFileRoute } from '@tanstack/react-router';
import { HistoryScreen } from '../../history/history-screen.tsx';
import { readHistorySearch } from '../../history/search.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/history')({
  validateSearch: readHistorySearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'history.read'),
  component: () => <HistoryScreen search={Route.useSearch()} />,
});
