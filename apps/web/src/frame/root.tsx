import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { ToastRegion } from '../ui/toast-region.tsx';
import { OfflineBanner } from './offline-banner.tsx';

/** Around every screen: a way past the header, news of each new page for screen readers, and toasts. */
export function Root({ children }: { children?: ReactNode }) {
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-surface focus:px-4 focus:py-2 focus:text-pen"
      >
        Skip to main content
      </a>
      <PageNews />
      <OfflineBanner />
      <Outlet />
      {children}
      <ToastRegion />
    </>
  );
}

/** A new page is announced by its title; the browser does this only for whole-page loads. */
function PageNews() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const [title, setTitle] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each path has its own title
  useEffect(() => {
    const timer = setTimeout(() => setTitle(document.title), 150);
    return () => clearTimeout(timer);
  }, [path]);
  return (
    <div aria-live="polite" className="sr-only">
      {title}
    </div>
  );
}
