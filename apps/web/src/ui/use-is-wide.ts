import { useSyncExternalStore } from 'react';

/** Where a screen has room for its wide form: the `desk` breakpoint. Where nobody can say, it has. */
const query = () => window.matchMedia?.('(min-width: 56.25rem)');

export const useIsWide = () =>
  useSyncExternalStore(
    (changed) => {
      const list = query();
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    () => query()?.matches ?? true,
  );
