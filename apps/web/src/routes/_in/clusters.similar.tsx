import { createFileRoute } from '@tanstack/react-router';
import { requireMay } from '../../session.ts';
import { similarityQuery } from '../../similarity/queries.ts';
import { SimilarClustersScreen } from '../../similarity/similar-clusters-screen.tsx';

export const Route = createFileRoute('/_in/clusters/similar')({
  beforeLoad: ({ context }) => requireMay(context.me, 'clusters.update'),
  loader: ({ context }) => context.queryClient.ensureQueryData(similarityQuery),
  component: SimilarClustersScreen,
});
