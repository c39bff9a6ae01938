import { createFileRoute } from '@tanstack/react-router';
import { schoolLedgerQuery } from '../../ledger/queries.ts';
import { SchoolLedgerScreen } from '../../ledger/school-ledger-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/schools/$schoolId_/ledger')({
  beforeLoad: ({ context }) => requireMay(context.me, 'ledger.read'),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(schoolLedgerQuery(params.schoolId)),
  component: function Ledger() {
    const { schoolId } = Route.useParams();
    return <SchoolLedgerScreen key={schoolId} schoolId={schoolId} />;
  },
});
