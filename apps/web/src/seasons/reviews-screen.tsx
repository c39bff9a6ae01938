import { useSuspenseQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { seasonsQuery } from './queries.ts';
import { useReviewsSearch } from './review-link.tsx';
import { SeasonScreen } from './season-screen.tsx';

type Props = {
  /** How reviewers who have not answered are reminded. */
  remind: BulkAction;
  /** The menu of saved views. */
  views?: ReactNode;
};

/** `/reviews`: the season that the address names, else the newest; where there is none, how to start one. */
export function ReviewsScreen({ remind, views }: Props) {
  const { may } = useSession();
  const { year } = useReviewsSearch();
  const { data } = useSuspenseQuery(seasonsQuery);
  const season = data.items.find((one) => String(one.year) === year) ?? data.items[0];
  if (!season)
    return (
      <>
        <PageHeader title="Review season" tab="Reviews" />
        <Card>
          <EmptyState
            icon={CalendarPlus}
            title="There is no review season yet"
            action={
              may('seasons.plan') && (
                <ButtonLink to="/reviews/new" variant="primary">
                  Start a season
                </ButtonLink>
              )
            }
          >
            A season is one school year of reviews. Start one, and Lateral can find a date and three reviewers
            for every member school.
          </EmptyState>
        </Card>
      </>
    );
  const others = data.items.filter(({ id }) => id !== season.id);
  return <SeasonScreen key={season.id} first={season} others={others} remind={remind} views={views} />;
}
