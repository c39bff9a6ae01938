import { lazy, Suspense } from 'react';
import { useInterruption } from '../interruptions.ts';

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((m) => ({ default: m.ConfirmDialog })));
const SignInAgain = lazy(() => import('./sign-in-again.tsx').then((m) => ({ default: m.SignInAgain })));

/** What a call may have to ask before it can go on, over whatever the person is doing. Once, around every screen. */
export function Interruptions() {
  const interruption = useInterruption();
  if (!interruption) return null;
  const Question = interruption.kind === 'confirm' ? ConfirmDialog : SignInAgain;
  return (
    <Suspense>
      <Question onEnd={interruption.end} />
    </Suspense>
  );
}
