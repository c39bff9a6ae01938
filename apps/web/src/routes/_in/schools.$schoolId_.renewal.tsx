import { createFileRoute } from '@tanstack/react-router';
import { membershipQuery } from '../../memberships/membership-queries.ts';
import { RenewalScreen } from '../../memberships/renewal-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/schools/$schoolId_/renewal')({
  beforeLoad: ({ context }) => requireMay(context.me, 'memberships.read'),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(membershipQuery(params.schoolId)),
  component: function Renewal() {
    const { schoolId } = Route.useParams();
    return <RenewalScreen key={schoolId} schoolId={schoolId} />;
  },
});
