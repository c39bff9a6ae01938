import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';

const useIsOnline = () =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
    () => true,
  );

/** Says that the network is away, and that nothing typed is lost. */
export function OfflineBanner() {
  const isOnline = useIsOnline();
  return (
    <div role="status" data-screen-only className="sticky top-0 z-30">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-waiting-soft px-4 py-2 text-waiting">
          <WifiOff aria-hidden className="size-5 shrink-0" />
          <span>
            <strong>You are offline.</strong> What you type is kept on this device. Save it when you are back.
          </span>
        </p>
      )}
    </div>
  );
}
