import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from '../frame/frame.tsx';
import { BrokenPage } from '../frame/lost-page.tsx';
import { requireSession } from '../session.ts';

const Palette = lazyRouteComponent(() => import('./-palette.tsx'), 'Palette');
const YourViews = lazyRouteComponent(() => import('../views/your-views.tsx'), 'YourViews');

/** Every screen behind sign-in. Its children find `me` in their context. */
export const Route = createFileRoute('/_in')({
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: () => <Frame Palette={Palette} savedViews={<YourViews />} />,
  errorComponent: BrokenPage,
});
