import { lazy, Suspense } from 'react';
import { useSession } from '../session.ts';

const BrokerFrame = lazy(() => import('./broker-frame.tsx').then((m) => ({ default: m.BrokerFrame })));
const PhoneFrame = lazy(() => import('./phone-frame.tsx').then((m) => ({ default: m.PhoneFrame })));

/** The broker works at a desk; everybody else is met on a phone, and loads nothing of the desk. */
export function Frame() {
  const { isBroker } = useSession();
  return <Suspense>{isBroker ? <BrokerFrame /> : <PhoneFrame />}</Suspense>;
}
