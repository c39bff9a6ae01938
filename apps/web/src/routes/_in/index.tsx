import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Fragment } from 'react';
import { SigningCard } from '../../agreements/signing-card.tsx';
import { RenewalCard } from '../../memberships/renewal-card.tsx';
import { OfferCard } from '../../offers/offer-card.tsx';
import { OwnReviewsCard } from '../../reviews/own-reviews-card.tsx';
import { useSession } from '../../session.ts';

const Today = lazyRouteComponent(() => import('../../partnerships/today-screen.tsx'), 'TodayScreen');
const Home = lazyRouteComponent(() => import('../../schools/home-screen.tsx'), 'HomeScreen');

/** The first screen: the broker's day, or somebody's own school. */
export const Route = createFileRoute('/_in/')({
  component: function First() {
    const { me, may } = useSession();
    if (may('seasons.read')) return <Today />;
    const schoolIds = may('signings.read')
      ? [...new Set(me.roles.flatMap(({ schoolId }) => schoolId ?? []))]
      : [];
    return (
      <Home
        tasks={
          <>
            {schoolIds.map((schoolId) => (
              <Fragment key={schoolId}>
                <SigningCard schoolId={schoolId} isNamed={schoolIds.length > 1} />
                <RenewalCard schoolId={schoolId} isNamed={schoolIds.length > 1} />
              </Fragment>
            ))}
            <OwnReviewsCard />
            <div className="mb-6 empty:hidden">
              <OfferCard />
            </div>
          </>
        }
      />
    );
  },
});
