import { createFileRoute } from '@tanstack/react-router';
import { CalendarScreen } from '../../calendars/calendar-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/calendar')({
  validateSearch: ({ year }: Record<string, unknown>): { year?: string } =>
    typeof year === 'string' && /^20\d\d$/.test(year) ? { year } : {},
  beforeLoad: ({ context }) => requireMay(context.me, 'calendar.read'),
  component: () => <CalendarScreen year={Route.useSearch().year} />,
});
