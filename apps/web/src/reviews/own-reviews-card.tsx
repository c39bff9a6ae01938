import type { Review } from '@lateral/contract/reviews';
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck2 } from 'lucide-react';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { todayInLondon, weekdayLong } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { plural } from '../ui/plural.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { ownReviewsQuery } from './queries.ts';

/** On the first screen of somebody in a school: what they are to answer, their school's review, and what they go to next. */
export function OwnReviewsCard() {
  const { may } = useSession();
  const { data } = useQuery({ ...ownReviewsQuery, enabled: may('reviews.read') });
  if (!data) return null;
  const today = todayInLondon();
  const coming = data.items.filter(({ state, day }) => state === 'booked' && day >= today);
  const asked = coming.filter(({ part, answer }) => part !== 'host' && answer === 'asked');
  const waiting = asked.length + data.asks.length;
  const own = coming.filter(({ part }) => part === 'host');
  const next = coming.find(({ part, answer }) => part !== 'host' && answer === 'accepted');
  return (
    <>
      {waiting > 0 && <ToAnswer waiting={waiting} first={asked[0] ?? data.asks[0]} />}
      <section aria-labelledby="review" className="mb-6 rounded-card bg-sunken p-4">
        <h2 id="review" className="flex items-center gap-2 text-base">
          <CalendarCheck2 aria-hidden className="size-5 text-good" />
          {own.length > 1 ? 'Your schools’ reviews' : 'Your school’s review'}
        </h2>
        {own.length === 0 ? (
          <p className="mt-1 text-muted">
            There is no day yet. When it is published, your day and your reviewers are shown here.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {own.map((review) => (
              <OwnReview key={`${review.seasonId} ${review.schoolId}`} review={review} />
            ))}
          </ul>
        )}
        {next && (
          <p className="mt-2">
            Next you {next.part === 'lead' ? 'lead the review of' : 'review'} {next.schoolName}, on{' '}
            {weekdayLong(next.day)}.
          </p>
        )}
        {(own.length > 0 || next) && (
          <p className="mt-2">
            <Link to="/my-reviews" className="inline-flex min-h-11 items-center">
              See all your reviews
            </Link>
          </p>
        )}
      </section>
    </>
  );
}

type ToAnswerProps = { waiting: number; first: { schoolName: string; day: string } | undefined };

function ToAnswer({ waiting, first }: ToAnswerProps) {
  return (
    <section
      aria-label="Please answer"
      className="mb-6 rounded-card border border-pen bg-pen-soft p-4 sm:flex sm:items-center sm:gap-4"
    >
      <div className="min-w-0 flex-1">
        <h2 className="text-base">
          {waiting === 1 ? 'A review needs your answer' : `${waiting} reviews need your answer`}
        </h2>
        {first && (
          <p className="mt-1 text-muted">
            {first.schoolName}, {weekdayLong(first.day)}
            {waiting > 1 && `, and ${plural(waiting - 1, 'other')}`}
          </p>
        )}
      </div>
      <ButtonLink to="/my-reviews" variant="primary" className="max-sm:mt-3 max-sm:w-full">
        Say yes or no
      </ButtonLink>
    </section>
  );
}

function OwnReview({ review: { schoolName, day, empty, team } }: { review: Review }) {
  const hasAll = empty === 0 && team.every(({ state }) => state === 'accepted');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-56">
        <span className="block font-semibold">{weekdayLong(day)}</span>
        <span className="block text-sm text-muted">{schoolName}</span>
      </span>
      <StatusTag status={hasAll ? 'done' : 'waiting'}>
        {hasAll
          ? 'All three come'
          : `${team.filter(({ state }) => state === 'accepted').length} of ${team.length + empty} have said yes`}
      </StatusTag>
    </li>
  );
}
