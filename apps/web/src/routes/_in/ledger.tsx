import { createFileRoute } from '@tanstack/react-router';
import { LedgerScreen } from '../../ledger/ledger-screen.tsx';
import { readLedgerSearch } from '../../ledger/search.ts';
import { requireWholeReach } from '../../session.ts';

export const Route = createFileRoute('/_in/ledger')({
  validateSearch: readLedgerSearch,
  beforeLoad: ({ context }) => requireWholeReach(context.me, 'ledger.read'),
  component: () => <LedgerScreen search={Route.useSearch()} />,
});
