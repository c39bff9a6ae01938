import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSession } from '../session.ts';
import { todayQuery } from '../today-query.ts';
import { Card } from '../ui/card.tsx';
import { todayInLondon, weekdayLong } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { numberWord } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { NeedsYou } from './needs-you.tsx';
import { ReviewerDays } from './reviewer-days.tsx';
import { ThisWeek } from './this-week.tsx';
import { WhatHappened } from './what-happened.tsx';
import { WhoHasJoined } from './who-has-joined.tsx';

// The map brings d3 with it: what needs the broker is there first.
const ClusterMap = lazy(() => import('./cluster-map.tsx').then((m) => ({ default: m.ClusterMap })));

const hourInLondon = () =>
  Number(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: 'numeric',
      hourCycle: 'h23',
    }).format(),
  );

function greet(name: string, hour = hourInLondon()) {
  const [first] = name.split(/\s+/).filter((word) => !/^(mr|mrs|ms|miss|mx|dr|prof|rev|sir)\.?$/i.test(word));
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return `Good ${part}, ${first ?? name}.`;
}
const needs = (count: number) => `${numberWord(count)} ${count === 1 ? 'thing needs' : 'things need'} you.`;

/** The broker's day: what needs them first, then how the week and the season stand. */
export function TodayScreen() {
  const { me } = useSession();
  const { data: today, error, refetch } = useQuery(todayQuery);
  const greeting = greet(me.name);
  return (
    <div className="@container">
      <PageHeader
        tab="Today"
        above={weekdayLong(todayInLondon())}
        title={
          today
            ? `${greeting} ${today.tasks.length === 0 ? 'Nothing needs you.' : needs(today.tasks.length)}`
            : greeting
        }
      />
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!today && !error && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {today && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 @4xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
            <NeedsYou tasks={today.tasks} />
            <ThisWeek week={today.week} />
            <WhatHappened recent={today.recent} />
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
            <ReviewerDays season={today.season} />
            {today.schools.counted > 0 && (
              <Suspense>
                <ClusterMap isSeason={(today.season?.placed ?? 0) > 0} />
              </Suspense>
            )}
            <WhoHasJoined today={today} />
          </div>
        </div>
      )}
    </div>
  );
}
