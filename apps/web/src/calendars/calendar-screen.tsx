import { dayInLondon, schoolYearOf } from '@lateral/domain/calendars/london';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { calendarQuery } from '../calendar-query.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { CalendarForm } from './calendar-form.tsx';
import { CalendarSummary } from './calendar-summary.tsx';
import { yearName } from './words.ts';

/** The terms and closed days of a school year: set by the broker, read by everybody. */
export function CalendarScreen({ year: given }: { year: string | undefined }) {
  const { may } = useSession();
  const year = given ? Number(given) : schoolYearOf(dayInLondon(new Date()));
  const calendar = useQuery(calendarQuery(year));
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={`School year ${yearName(year)}`}
        tab="Calendar"
        below="Reviews fall only on days when schools are open."
        actions={
          <>
            <ButtonLink to="/calendar" search={{ year: String(year - 1) }} icon={ChevronLeft}>
              {yearName(year - 1)}
            </ButtonLink>
            <ButtonLink to="/calendar" search={{ year: String(year + 1) }} icon={ChevronRight}>
              {yearName(year + 1)}
            </ButtonLink>
          </>
        }
      />
      {calendar.isPending && (
        <Card>
          <Skeleton lines={6} label="Loading the calendar" />
        </Card>
      )}
      {calendar.error && <ErrorNote error={calendar.error} onRetry={() => calendar.refetch()} />}
      {calendar.data && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <CalendarSummary calendar={calendar.data} />
          {may('calendar.update') && <CalendarForm key={year} calendar={calendar.data} />}
        </div>
      )}
    </div>
  );
}
