import { lazyRouteComponent } from '@tanstack/react-router';
import { type ComponentProps, Suspense } from 'react';
import { useSession } from '../session.ts';
import type { ViewMenu as Shown } from '../views/view-menu.tsx';

const Menu = lazyRouteComponent(() => import('../views/view-menu.tsx'), 'ViewMenu');

/** The saved views of a list, for those who keep any. */
export function ViewMenu(props: ComponentProps<typeof Shown>) {
  return <Suspense>{useSession().may('views.read') && <Menu {...props} />}</Suspense>;
}
