import { createFileRoute } from '@tanstack/react-router';
import { schoolQuery } from '../../schools/queries.ts';
import { SchoolScreen } from '../../schools/school-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/schools/$schoolId')({
  beforeLoad: ({ context }) => requireMay(context.me, 'schools.read'),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(schoolQuery(params.schoolId)),
  component: () => <SchoolScreen schoolId={Route.useParams().schoolId} />,
});
