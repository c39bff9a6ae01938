import { Link, Outlet } from '@tanstack/react-router';
import { CalendarCheck2, CalendarDays, House, School, Users } from 'lucide-react';
import { useSession } from '../session.ts';
import { TallyMark } from '../ui/tally-mark.tsx';
import { Bell } from './bell.tsx';
import { PaletteButton } from './palette-button.tsx';
import { TabBar } from './tab-bar.tsx';
import { UserMenu } from './user-menu.tsx';

/** One column for everybody in a school: its name over it, their screens at the foot. */
export function PhoneFrame() {
  const { me, may } = useSession();
  const schools = [
    ...new Map(me.roles.flatMap((r) => (r.schoolId ? [[r.schoolId, r.schoolName]] : []))).entries(),
  ];
  const [only] = schools;
  const name = schools.length === 1 && only?.[1] ? only[1] : me.partnership.name;
  const items = [
    { to: '/', label: 'Home', icon: House, isThere: true },
    { to: '/my-reviews', label: 'Reviews', icon: CalendarCheck2, isThere: may('reviews.read') },
    schools.length === 1 && only
      ? { to: `/schools/${only[0]}`, label: 'School', icon: School, isThere: may('schools.read') }
      : { to: '/schools', label: 'Schools', icon: School, isThere: may('schools.read') },
    { to: '/people', label: 'People', icon: Users, isThere: may('people.read') },
    { to: '/calendar', label: 'Calendar', icon: CalendarDays, isThere: may('calendar.read') },
  ]
    .filter(({ isThere }) => isThere)
    // Four are as many as a thumb finds; the calendar is in the menu too.
    .slice(0, 4);
  return (
    <div className="mx-auto flex min-h-dvh max-w-120 flex-col border-line bg-surface sm:border-x">
      <header data-screen-only className="on-board flex min-h-16 items-center gap-1 bg-board px-4 text-chalk">
        <Link to="/" className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-control">
          <TallyMark className="h-6.5 w-7.5 shrink-0" />
          <span className="line-clamp-2 leading-tight font-semibold">{name}</span>
        </Link>
        <PaletteButton />
        <Bell />
        <UserMenu />
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-5 pb-28">
        <Outlet />
      </main>
      <TabBar items={items} isPhoneOnly={false} />
    </div>
  );
}
