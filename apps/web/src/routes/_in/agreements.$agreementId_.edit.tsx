import { createFileRoute } from '@tanstack/react-router';
import { EditScreen } from '../../agreements/edit-screen.tsx';
import { agreementQuery } from '../../agreements/queries.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/agreements/$agreementId_/edit')({
  beforeLoad: ({ context }) => requireMay(context.me, 'agreements.draft'),
  loader: ({ context, params }) => context.queryClient.fetchQuery(agreementQuery(params.agreementId)),
  component: () => (
    <EditScreen key={Route.useParams().agreementId} agreementId={Route.useParams().agreementId} />
  ),
});
