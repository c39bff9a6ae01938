import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import { useSession } from '../session.ts';
import { longDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { DetailsCard } from './details-card.tsx';
import { groupFacts } from './facts.ts';
import { FactsCard } from './facts-card.tsx';
import { GroupsCard } from './groups-card.tsx';
import { schoolQuery } from './queries.ts';
import { RecordsCard } from './records-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { SchoolPeople } from './school-people.tsx';
import { SchoolTimeline } from './school-timeline.tsx';
import { statusWords } from './words.ts';

// What only the broker may do is not sent to a head's phone.
const DaysCard = lazy(() => import('./days-card.tsx').then((m) => ({ default: m.DaysCard })));
const SettleButton = lazy(() => import('./settle-button.tsx').then((m) => ({ default: m.SettleButton })));

type Props = {
  schoolId: string;
  /** The schools most like it, for those who may read them all. */
  similar: ReactNode;
  /** Whether it is a member, for those who may read that. */
  membership: ReactNode;
  /** What it has given and owes, for those who may read that. */
  ledger: ReactNode;
  /** How it stands with the agreement, for those who may read that. */
  standing: ReactNode;
};

/** Everything that is known about one school, each group of facts with its source. */
export function SchoolScreen({ schoolId, similar, membership, ledger, standing }: Props) {
  const { data: school } = useSuspenseQuery(schoolQuery(schoolId));
  const { may, hasWholeReach } = useSession();
  const current = school.records.find(({ isCurrent }) => isCurrent);
  const status = Object.entries(statusWords).find(([code]) => code === current?.status)?.[1];
  const isCompared = school.counted && school.isOpen && school.phases.includes('secondary');
  const isUnsettled = school.settlement === 'unsettled';
  return (
    <div className="@container">
      <PageHeader
        title={school.name}
        above={hasWholeReach && <Link to="/schools">All schools</Link>}
        below={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
            {school.phases.map((phase) => (
              <PhaseMark key={phase} phase={phase} />
            ))}
            <span>{status ?? (school.isOpen ? 'Open' : 'Closed')}</span>
            <span>URN {school.urn}</span>
            <span>{school.memberSince ? `Member since ${longDay(school.memberSince)}` : 'Not a member'}</span>
            {isUnsettled && <StatusTag status="waiting">Waits for a decision</StatusTag>}
          </div>
        }
        actions={
          may('schools.settle') &&
          (isUnsettled || !school.counted) && (
            <Suspense>
              <SettleButton school={school} />
            </Suspense>
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 @4xl:grid-cols-[minmax(0,8fr)_minmax(0,5fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {groupFacts(school.facts).map(({ title, lines }) => (
            <FactsCard key={title} title={title} lines={lines} source={school.source} />
          ))}
          <RecordsCard school={school} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {may('seasons.read') && (
            <ReviewCard review={school.review} isMember={school.memberSince !== null} />
          )}
          {may('memberships.read') && membership}
          {may('ledger.read') && school.memberSince && ledger}
          {may('signings.read') && standing}
          <DetailsCard schoolId={school.id} />
          <SchoolPeople people={school.people} />
          <GroupsCard school={school} />
          {may('calendar.update') && (
            <Suspense>
              <DaysCard key={JSON.stringify(school.days)} school={school} />
            </Suspense>
          )}
          <SchoolTimeline schoolId={school.id} />
        </div>
      </div>
      {hasWholeReach && isCompared && (
        <div className="mt-5">
          <Suspense>{similar}</Suspense>
        </div>
      )}
    </div>
  );
}
