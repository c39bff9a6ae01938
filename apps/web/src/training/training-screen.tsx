import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarPlus, GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { sessionsQuery } from './queries.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';
import type { TrainingSearch } from './search.ts';
import { SessionCard } from './session-card.tsx';
import { TraineesCard } from './trainees-card.tsx';

/** Training: the next sessions and their places; for the broker also who still needs it. */
export function TrainingScreen({ search }: { search: TrainingSearch }) {
  const { may } = useSession();
  const [isScheduling, setIsScheduling] = useState(false);
  const mayRun = may('training.run');
  return (
    <>
      <PageHeader
        title="Training"
        below="Half a day, once, before the first review. Nobody reviews before it."
        actions={
          mayRun && (
            <Button
              variant="primary"
              icon={CalendarPlus}
              onClick={() => setIsScheduling(true)}
              className="max-sm:flex-1"
            >
              Schedule a session
            </Button>
          )
        }
      />
      <div className="@container grid grid-cols-[minmax(0,1fr)] gap-8">
        <Sessions search={search} onSchedule={() => setIsScheduling(true)} />
        {may('training.book') && <TraineesCard search={search} />}
      </div>
      {isScheduling && <ScheduleDialog onClose={() => setIsScheduling(false)} />}
    </>
  );
}

function Sessions({ search, onSchedule }: { search: TrainingSearch; onSchedule: () => void }) {
  const when = search.when ?? 'coming';
  const list = useInfiniteQuery(sessionsQuery(when));
  const sessions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const { when: _, ...rest } = search;
  return (
    <section aria-labelledby="sessions" className="min-w-0">
      <h2 id="sessions" className="mb-2 text-lead">
        Sessions
      </h2>
      <Tabs label="Which sessions">
        <TabLink to="/training" search={rest} isCurrent={when === 'coming'}>
          Coming
        </TabLink>
        <TabLink to="/training" search={{ ...rest, when: 'past' }} isCurrent={when === 'past'}>
          Past
        </TabLink>
      </Tabs>
      {list.isPending && (
        <Card>
          <Skeleton lines={5} label="Loading sessions" />
        </Card>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      {list.data && sessions.length === 0 && <NoSession when={when} onSchedule={onSchedule} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @3xl:grid-cols-2">
        {sessions.map((session) => (
          <SessionCard key={session.id} session={session} />
        ))}
        {list.hasNextPage && (
          <Button
            className="justify-self-start"
            isPending={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            Show more sessions
          </Button>
        )}
      </div>
    </section>
  );
}

function NoSession({ when, onSchedule }: { when: 'coming' | 'past'; onSchedule: () => void }) {
  const { may } = useSession();
  if (when === 'past') {
    return (
      <Card>
        <EmptyState icon={GraduationCap} title="No session has been yet" />
      </Card>
    );
  }
  return (
    <Card>
      <EmptyState
        icon={GraduationCap}
        title="No session is planned yet"
        action={
          may('training.run') && (
            <Button variant="primary" onClick={onSchedule}>
              Schedule a session
            </Button>
          )
        }
      >
        {may('training.run')
          ? 'Schools can book places as soon as there is one.'
          : 'When the broker plans one, you can book places for you and your colleagues here.'}
      </EmptyState>
    </Card>
  );
}
