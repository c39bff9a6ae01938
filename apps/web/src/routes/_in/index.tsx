import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { useSession } from '../../session.ts';

const Today = lazyRouteComponent(() => import('../../partnerships/today-screen.tsx'), 'TodayScreen');
const Home = lazyRouteComponent(() => import('../../schools/home-screen.tsx'), 'HomeScreen');

/** The first screen: the broker's day, or somebody's own school. */
export const Route = createFileRoute('/_in/')({
  component: () => (useSession().may('seasons.read') ? <Today /> : <Home />),
});
