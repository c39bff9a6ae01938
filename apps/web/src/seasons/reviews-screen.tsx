import { useSuspenseQuery } from '@tanstack/react-query';
import { PageHeader } from '../ui/page-header.tsx';
import { seasonsQuery } from './queries.ts';
import { useReviewsSearch } from './review-link.tsx';
import { SeasonScreen } from './season-screen.tsx';
import { StartSeason } from './start-season.tsx';

/** `/reviews`: the season that the address names, else the newest; where there is none, how to start one. */
export function ReviewsScreen() {
  const { year } = useReviewsSearch();
  const { data } = useSuspenseQuery(seasonsQuery);
  const season = data.items.find((one) => String(one.year) === year) ?? data.items[0];
  if (!season)
    return (
      <>
        <PageHeader
          title="Review season"
          tab="Reviews"
          below="Start a season, then Lateral can find a date and three reviewers for every member school."
        />
        <StartSeason taken={[]} />
      </>
    );
  const others = data.items.filter(({ id }) => id !== season.id);
  return <SeasonScreen key={season.id} first={season} others={others} />;
}
