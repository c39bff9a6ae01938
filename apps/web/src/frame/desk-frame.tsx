import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useSession } from '../session.ts';
import { todayQuery } from '../today-query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Board } from './board.tsx';
import { Nav } from './nav.tsx';
import { screensFor } from './nav-items.ts';
import { TabBar } from './tab-bar.tsx';

/** The desk of those who see the whole partnership: the chalkboard, their screens down the side, and the work. */
export function DeskFrame({ savedViews }: { savedViews: ReactNode }) {
  const { may, hasWholeReach } = useSession();
  const { data } = useQuery({ ...todayQuery, enabled: may('seasons.read') });
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const needed = data?.tasks.length;
  const { daily, running } = screensFor(may, hasWholeReach);
  const isLong = daily.length + running.length > 4;
  return (
    <div className="flex min-h-dvh flex-col">
      <Board />
      <div className="flex flex-1">
        <div
          data-screen-only
          className="hidden w-56.5 shrink-0 border-r border-line bg-side px-3 py-4 desk:block"
        >
          <div className="sticky top-4">
            <Nav needed={needed} />
            {may('views.read') && <Suspense>{savedViews}</Suspense>}
          </div>
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-6 pb-28 desk:px-7 desk:pb-12">
          <Outlet />
        </main>
      </div>
      <TabBar
        items={isLong ? daily.slice(0, 3) : daily}
        {...(isLong && {
          more: { label: 'More', icon: Menu, onOpen: () => setIsMenuOpen(true), isOpen: isMenuOpen },
        })}
      />
      {isMenuOpen && (
        <Dialog title="Screens" onClose={() => setIsMenuOpen(false)}>
          <Nav needed={needed} onChoose={() => setIsMenuOpen(false)} />
          {/* biome-ignore lint/a11y: a press on any link in it closes the menu */}
          <div onClick={() => setIsMenuOpen(false)}>
            <Suspense>{savedViews}</Suspense>
          </div>
        </Dialog>
      )}
    </div>
  );
}
