import { type SigningStep, signingSteps } from '@lateral/domain/signings/signings';
import { createFileRoute } from '@tanstack/react-router';
import { signingQuery } from '../../agreements/signing-queries.ts';
import { SigningScreen } from '../../agreements/signing-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/schools/$schoolId_/agreement')({
  validateSearch: ({ step }: Record<string, unknown>): { step?: SigningStep } => {
    const found = signingSteps.find((one) => one === step);
    return found ? { step: found } : {};
  },
  beforeLoad: ({ context }) => requireMay(context.me, 'signings.read'),
  loader: ({ context, params }) => context.queryClient.ensureQueryData(signingQuery(params.schoolId)),
  component: function Agreement() {
    const { schoolId } = Route.useParams();
    return <SigningScreen key={schoolId} schoolId={schoolId} step={Route.useSearch().step} />;
  },
});
