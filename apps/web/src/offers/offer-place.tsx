import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { CalendarCheck2 } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { OfferScreen } from './offer-screen.tsx';
import { offerQuery, roundsQuery } from './queries.ts';
import type { OfferSearch } from './search.ts';

type Props = { schoolId: string; search: OfferSearch };

/** What one school offers, for the season that the address names, else the newest for which it is asked. */
export function OfferPlace({ schoolId, search: { season, step } }: Props) {
  const { data } = useSuspenseQuery(roundsQuery);
  const own = data.items.find(({ schools }) => schools.some(({ id }) => id === schoolId));
  const seasonId = season ?? own?.id ?? data.items[0]?.id;
  if (!seasonId) return <NotAsked />;
  return <OfferOfSeason {...{ seasonId, schoolId, step }} />;
}

function OfferOfSeason({
  seasonId,
  schoolId,
  step,
}: {
  seasonId: string;
  schoolId: string;
  step: OfferSearch['step'];
}) {
  const offer = useQuery(offerQuery(seasonId, schoolId));
  if (offer.isPending)
    return (
      <>
        <PageHeader title="Reviewer days" />
        <Skeleton lines={6} label="Loading what your school offers" />
      </>
    );
  if (offer.error)
    return (
      <>
        <PageHeader title="Reviewer days" />
        <ErrorNote error={offer.error} onRetry={() => offer.refetch()} />
      </>
    );
  // What is typed begins afresh from what has been sent.
  return <OfferScreen key={offer.data.version} offer={offer.data} step={step} />;
}

/** While nobody is asked for days. */
export function NotAsked() {
  return (
    <>
      <PageHeader title="Reviewer days" tab="Reviews" />
      <Card>
        <EmptyState icon={CalendarCheck2} title="You are not asked for days now">
          When the partnership plans its next reviews, you say here who goes from your school, and on which
          days you cannot. We tell you when it is time.
        </EmptyState>
      </Card>
    </>
  );
}
