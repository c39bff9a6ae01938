import { createFileRoute } from '@tanstack/react-router';
import { NotificationsScreen } from '../../notifications/notifications-screen.tsx';
import { readNotificationSearch } from '../../notifications/search.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/notifications')({
  validateSearch: readNotificationSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'notifications.read'),
  component: () => <NotificationsScreen search={Route.useSearch()} />,
});
