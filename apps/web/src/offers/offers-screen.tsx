import { exportOffers, type OfferRound } from '@lateral/contract/offers';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BellRing, CalendarCheck2, Download, Send } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { download } from '../call.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AskSchools } from './ask-schools.tsx';
import { OffersList } from './offers-list.tsx';
import { listWaitingIds, roundQuery } from './queries.ts';
import type { OffersSearch } from './search.ts';
import { seasonName } from './words.ts';

type Props = {
  seasonId: string;
  search: OffersSearch;
  /** How schools that have sent nothing are reminded. */
  remind: BulkAction;
};

/** Which members have sent their days of a season, asking all of them, and reminding those who have not. */
export function OffersScreen({ seasonId, search, remind }: Props) {
  const round = useQuery(roundQuery(seasonId));
  const [isAsking, setIsAsking] = useState(false);
  const { data } = round;
  return (
    <>
      <PageHeader
        title="Reviewer days"
        above={
          data && (
            <Link to="/reviews" search={{ year: String(data.year) }}>
              Review season {seasonName(data.year)}
            </Link>
          )
        }
        below={data?.until && <HowFar round={data} />}
        actions={data?.openedAt && <Actions round={data} remind={remind} onAsk={() => setIsAsking(true)} />}
      />
      {round.isPending && (
        <Card>
          <Skeleton lines={6} label="Loading the reviewer days" />
        </Card>
      )}
      {round.error && <ErrorNote error={round.error} onRetry={() => round.refetch()} />}
      {data && !data.openedAt && <NotOpen members={data.members} onAsk={() => setIsAsking(true)} />}
      {data?.openedAt && <Offers seasonId={seasonId} search={search} round={data} />}
      {data && isAsking && <AskSchools round={data} onClose={() => setIsAsking(false)} />}
    </>
  );
}

function HowFar({ round: { sent, members, until } }: { round: OfferRound }) {
  return (
    <div className="max-w-96">
      <p className="mb-1.5">
        <b className="text-ink">
          {sent} of {plural(members, 'school')}
        </b>{' '}
        {sent === 1 ? 'has' : 'have'} sent their days{until && `, asked for by ${longDay(until)}`}
      </p>
      <ProgressBar label="Schools that have sent their days" value={sent} max={Math.max(1, members)} />
    </div>
  );
}

function NotOpen({ members, onAsk }: { members: number; onAsk: () => void }) {
  return (
    <Card>
      <EmptyState
        icon={CalendarCheck2}
        title="Schools have not been asked for their days yet"
        action={
          members > 0 && (
            <Button variant="primary" icon={Send} onClick={onAsk}>
              Ask schools for their days
            </Button>
          )
        }
      >
        Until you ask, the season is planned as if every member gave one and a half days of its head and of
        its deputy, on any day. Once you ask, it is planned with the days that schools send.
      </EmptyState>
    </Card>
  );
}

type ActionProps = { round: OfferRound; remind: BulkAction; onAsk: () => void };

function Actions({ round, remind: { Dialog }, onAsk }: ActionProps) {
  const [isReminding, setIsReminding] = useState(false);
  const waiting = round.members - round.sent;
  const exporting = useMutation({
    mutationFn: () =>
      download(exportOffers, { params: { seasonId: round.id }, querystring: {} }, 'reviewer-days.csv'),
  });
  const close = () => setIsReminding(false);
  return (
    <>
      {exporting.error && <ErrorNote error={exporting.error} />}
      <Button
        icon={Download}
        isPending={exporting.isPending}
        onClick={() => exporting.mutate()}
        className="whitespace-nowrap max-sm:flex-1"
      >
        Save as CSV
      </Button>
      <Button onClick={onAsk} className="whitespace-nowrap max-sm:flex-1">
        Change the date
      </Button>
      {waiting > 0 && (
        <Button
          icon={BellRing}
          variant="primary"
          onClick={() => setIsReminding(true)}
          className="whitespace-nowrap max-sm:flex-1"
        >
          Remind {waiting}
        </Button>
      )}
      {isReminding && (
        <Suspense>
          <Dialog count={waiting} listIds={() => listWaitingIds(round.id)} onClose={close} onDone={close} />
        </Suspense>
      )}
    </>
  );
}

function Offers({ seasonId, search, round }: { seasonId: string; search: OffersSearch; round: OfferRound }) {
  const navigate = useNavigate();
  const { q, state } = search;
  const tabs = [
    { label: 'Every school', state: undefined, count: round.members },
    { label: 'Not sent', state: 'waiting' as const, count: round.members - round.sent },
    { label: 'Sent', state: 'sent' as const, count: round.sent },
  ];
  const { state: _, ...rest } = search;
  return (
    <>
      <Tabs label="Which schools">
        {tabs.map((tab) => (
          <TabLink
            key={tab.label}
            to="/reviews/offers"
            search={{ ...rest, ...(tab.state && { state: tab.state }) }}
            isCurrent={tab.state === state}
            count={tab.count}
          >
            {tab.label}
          </TabLink>
        ))}
      </Tabs>
      <SearchField
        name="offer-search"
        label="Search schools"
        placeholder="Name, town, postcode or URN"
        value={q ?? ''}
        onSearch={(text) => {
          const { q: __, ...others } = search;
          void navigate({
            to: '/reviews/offers',
            search: { ...others, ...(text && { q: text }) },
            replace: true,
          });
        }}
        className="mb-4 max-w-md"
      />
      <OffersList seasonId={seasonId} search={search} />
    </>
  );
}
