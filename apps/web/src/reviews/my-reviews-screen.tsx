import type { Review } from '@lateral/contract/reviews';
import { useSuspenseQuery } from '@tanstack/react-query';
import { CalendarCheck2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { todayInLondon } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AskCard } from './ask-card.tsx';
import { ownReviewsQuery } from './queries.ts';
import { ReviewCard } from './review-card.tsx';

/** What somebody is asked, what they have agreed to, and their school's own review: what needs an answer comes first. */
export function MyReviewsScreen({ top }: { /** What else there is about reviews. */ top?: ReactNode }) {
  const { data } = useSuspenseQuery(ownReviewsQuery);
  const today = todayInLondon();
  const { toAnswer, coming, past } = sortReviews(data.items, today);
  const waiting = toAnswer.length + data.asks.length;
  const cards = (reviews: readonly Review[]) =>
    reviews.map((review) => (
      <ReviewCard key={`${review.seasonId} ${review.schoolId}`} review={review} today={today} />
    ));
  return (
    <div className="max-w-2xl">
      <PageHeader
        title="Your reviews"
        below={sayWaiting(
          waiting,
          data.items.some(({ part }) => part !== 'host'),
        )}
      />
      <div className="grid gap-7">
        {top}
        {waiting > 0 && (
          <Section title="Please answer">
            {data.asks.map((ask) => (
              <AskCard key={ask.id} ask={ask} />
            ))}
            {cards(toAnswer)}
          </Section>
        )}
        {coming.length > 0 && <Section title="Coming up">{cards(coming)}</Section>}
        {waiting + coming.length === 0 && <Nothing />}
        {past.length > 0 && <Section title="Past, called off or turned down">{cards(past)}</Section>}
        <p className="text-muted">
          Put these days in your own calendar:{' '}
          <Link to="/account" hash="calendar">
            subscribe to your days
          </Link>
          .
        </p>
      </div>
    </div>
  );
}

function sortReviews(reviews: readonly Review[], today: string) {
  const isOver = ({ state, day, answer, part }: Review) =>
    state !== 'booked' || day < today || (answer === 'declined' && part !== 'host');
  const open = reviews.filter((review) => !isOver(review));
  const isToAnswer = ({ part, answer }: Review) => part !== 'host' && answer === 'asked';
  return {
    toAnswer: open.filter(isToAnswer),
    coming: open.filter((review) => !isToAnswer(review)),
    past: reviews.filter(isOver).toReversed(),
  };
}

function sayWaiting(waiting: number, wasAsked: boolean): string {
  if (waiting > 0) return waiting === 1 ? 'One needs your answer' : `${waiting} need your answer`;
  return wasAsked ? 'You have answered all of them' : 'There is nothing to answer';
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="grid gap-3">
    <h2 className="text-lead">{title}</h2>
    {children}
  </section>
);

const Nothing = () => (
  <Card>
    <EmptyState icon={CalendarCheck2} title="You have no review coming up">
      When the season is published, you find here the reviews that you are asked to join, and your school’s
      own. You also get a mail about each.
    </EmptyState>
  </Card>
);
