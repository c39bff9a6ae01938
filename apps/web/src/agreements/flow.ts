import type { SchoolSigning } from '@lateral/contract/signings';
import { nextStep, type SigningStep } from '@lateral/domain/signings/signings';

/** Who somebody is in the ceremony. */
export type Flow = 'sign' | 'prepare' | 'co-sign';

/** The steps of each, in order. */
export const stepsOf: Record<Flow, readonly SigningStep[]> = {
  sign: ['read', 'governing-body', 'check', 'sign'],
  prepare: ['read', 'governing-body', 'check'],
  'co-sign': ['read', 'check', 'sign'],
};

/** Who the caller is; null when there is nothing for them to do but to see how it stands. */
export function flowOf({ agreement, signing, school, may }: SchoolSigning): Flow | null {
  if (!agreement || agreement.state === 'withdrawn' || !school.counted) return null;
  if (signing?.state === 'co-signed') return null;
  if (signing?.state === 'signed') return may.coSign ? 'co-sign' : null;
  if (may.sign) return 'sign';
  return may.prepare ? 'prepare' : null;
}

/** The step that is shown: the one asked for, when what comes before it is done; else where one goes on. */
export function stepToShow(
  { signing }: SchoolSigning,
  flow: Flow,
  asked: SigningStep | undefined,
): SigningStep {
  if (flow === 'co-sign') return asked && stepsOf[flow].includes(asked) ? asked : 'read';
  const step = asked ?? nextStep(signing?.state ?? 'opened');
  if ((step === 'check' || step === 'sign') && !signing?.governingBody)
    return signing ? 'governing-body' : 'read';
  return stepsOf[flow].includes(step) ? step : 'check';
}
