import type { SigningStep } from '@lateral/domain/signings/signings';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { CheckStep } from './check-step.tsx';
import { flowOf, stepToShow } from './flow.ts';
import { GoverningBodyStep } from './governing-body-step.tsx';
import { NewVersion } from './new-version.tsx';
import { ReadStep } from './read-step.tsx';
import { SignStep } from './sign-step.tsx';
import { signingQuery } from './signing-queries.ts';
import { SigningStanding } from './signing-standing.tsx';

type Props = { schoolId: string; step: SigningStep | undefined };

/**
 * A school signs the agreement: read, governing body, check, sign; the chair of governors reads and co-signs. Each screen
 * has an address, so that Back works and a phone that is turned or put away goes on where it was.
 */
export function SigningScreen({ schoolId, step }: Props) {
  const { data } = useSuspenseQuery(signingQuery(schoolId));
  const { me } = useSession();
  const flow = flowOf(data);
  // Which version they began to read: another is never put in its place unseen.
  const [begun, setBegun] = useState(data.agreement?.id);
  if (!flow || !data.agreement) return <SigningStanding data={data} />;
  if (data.agreement.id !== begun) {
    const goOn = () => setBegun(data.agreement?.id);
    return <NewVersion schoolId={schoolId} number={data.agreement.number} onGoOn={goOn} />;
  }
  const shared = { data, agreement: data.agreement, schoolId, flow };
  switch (stepToShow(data, flow, step)) {
    case 'read':
      return <ReadStep {...shared} />;
    case 'governing-body':
      return <GoverningBodyStep {...shared} />;
    case 'check':
      return <CheckStep {...shared} name={me.name} />;
    default:
      return <SignStep {...shared} />;
  }
}
