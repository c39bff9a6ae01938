import { createFileRoute } from '@tanstack/react-router';
import { clustersQuery } from '../../cluster-options.ts';
import { ClustersScreen } from '../../schools/clusters-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/clusters/')({
  beforeLoad: ({ context }) => requireMay(context.me, 'clusters.read'),
  loader: ({ context }) => context.queryClient.ensureQueryData(clustersQuery),
  component: ClustersScreen,
});
