import { lazy, Suspense } from 'react';
import { useSession } from '../session.ts';

const DeskFrame = lazy(() => import('./desk-frame.tsx').then((m) => ({ default: m.DeskFrame })));
const PhoneFrame = lazy(() => import('./phone-frame.tsx').then((m) => ({ default: m.PhoneFrame })));

/** Those who see the whole partnership have a desk; a school is met on a phone, and loads nothing of the desk. */
export function Frame() {
  const { hasWholeReach } = useSession();
  return <Suspense>{hasWholeReach ? <DeskFrame /> : <PhoneFrame />}</Suspense>;
}
