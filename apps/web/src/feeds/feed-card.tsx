import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { FeedAddress } from './feed-address.tsx';
import { feedQuery, useMakeFeed } from './queries.ts';

/** Somebody's days in the calendar that they use anyway: a private address, how to add it, and how to end it. */
export function FeedCard() {
  const feed = useQuery(feedQuery);
  const make = useMakeFeed();
  return (
    <Card title="Your days in your own calendar">
      <p className="mb-4 text-muted">
        The reviews that you are on and those of your school once they are published, your days away, your
        school’s INSET days and, if you like, the terms. They keep themselves up to date in Google Calendar,
        Outlook or on your phone.
      </p>
      {feed.isPending && <Skeleton lines={3} label="Loading your calendar" />}
      {feed.error && <ErrorNote error={feed.error} onRetry={() => feed.refetch()} />}
      {feed.data === null && (
        <Button icon={CalendarPlus} isPending={make.isPending} onClick={() => make.mutate(undefined)}>
          Get an address
        </Button>
      )}
      {make.error && <ErrorNote error={make.error} />}
      {feed.data && <FeedAddress feed={feed.data} />}
    </Card>
  );
}
