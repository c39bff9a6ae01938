import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { StandingCard } from '../../agreements/standing-card.tsx';
import { LedgerCard } from '../../ledger/ledger-card.tsx';
import { MembershipCard } from '../../memberships/membership-card.tsx';
import { schoolQuery } from '../../schools/queries.ts';
import { SchoolScreen } from '../../schools/school-screen.tsx';
import { requireMay } from '../../session.ts';

const Similar = lazyRouteComponent(() => import('../../similarity/similar-schools.tsx'), 'SimilarSchools');

export const Route = createFileRoute('/_in/schools/$schoolId')({
  beforeLoad: ({ context }) => requireMay(context.me, 'schools.read'),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(schoolQuery(params.schoolId)),
  component: () => {
    const { schoolId } = Route.useParams();
    return (
      <SchoolScreen
        schoolId={schoolId}
        similar={<Similar key={schoolId} schoolId={schoolId} />}
        membership={<MembershipCard schoolId={schoolId} />}
        ledger={<LedgerCard schoolId={schoolId} />}
        standing={<StandingCard schoolId={schoolId} />}
      />
    );
  },
});
