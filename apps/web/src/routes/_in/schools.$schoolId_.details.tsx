import { createFileRoute } from '@tanstack/react-router';
import { DetailsScreen } from '../../schools/details-screen.tsx';
import { schoolDetailsQuery, schoolQuery } from '../../schools/queries.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/schools/$schoolId_/details')({
  beforeLoad: ({ context }) => requireMay(context.me, 'schools.update'),
  loader: ({ context: { queryClient }, params: { schoolId } }) =>
    Promise.all([
      queryClient.ensureQueryData(schoolQuery(schoolId)),
      queryClient.fetchQuery(schoolDetailsQuery(schoolId)),
    ]),
  component: () => <DetailsScreen schoolId={Route.useParams().schoolId} />,
});
