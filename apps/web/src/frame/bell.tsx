import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { useSession } from '../session.ts';
import { unreadQuery } from './queries.ts';

/** Leads to what somebody was told, and says how much of it they have not read. Without an answer it leads there all the same. */
export function Bell() {
  const { may } = useSession();
  const { data } = useQuery({ ...unreadQuery, enabled: may('notifications.read') });
  if (!may('notifications.read')) return null;
  const unread = data?.unread ?? 0;
  const shown = unread > 99 ? '99+' : String(unread);
  return (
    <Link
      to="/notifications"
      className="relative grid size-11 shrink-0 place-items-center rounded-control text-chalk"
    >
      <BellIcon aria-hidden className="size-5.5" />
      <span className="sr-only">{unread > 0 ? `Notifications, ${shown} not read` : 'Notifications'}</span>
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 left-1/2 rounded-full bg-gold px-1.5 text-chart leading-4.5 font-bold text-board tabular-nums"
        >
          {shown}
        </span>
      )}
    </Link>
  );
}
