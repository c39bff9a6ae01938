import { createFileRoute } from '@tanstack/react-router';
import { AgreementScreen } from '../../agreements/agreement-screen.tsx';
import { agreementQuery } from '../../agreements/queries.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/agreements/$agreementId')({
  validateSearch: ({ against }: Record<string, unknown>): { against?: string } =>
    typeof against === 'string' && /^[0-9a-f-]{36}$/i.test(against) ? { against } : {},
  beforeLoad: ({ context }) => requireMay(context.me, 'agreements.read'),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(agreementQuery(params.agreementId)),
  component: function OneAgreement() {
    const { agreementId } = Route.useParams();
    return <AgreementScreen agreementId={agreementId} against={Route.useSearch().against} />;
  },
});
