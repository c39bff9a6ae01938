import type { ReactNode } from 'react';
import { TallyMark } from './tally-mark.tsx';

/** A page outside the workspace, before sign-in or when something went wrong: the board, and one thing to do. */
export function BareFrame({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="on-board flex min-h-18 items-center gap-3 bg-board px-5 text-chalk">
        <TallyMark className="h-8 w-9" />
        <span className="text-lead font-semibold">Lateral</span>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full px-4 py-8 sm:py-12 ${isWide ? 'max-w-5xl' : 'max-w-xl'}`}
      >
        {children}
      </main>
    </div>
  );
}
