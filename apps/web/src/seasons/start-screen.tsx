import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { seasonsQuery } from './queries.ts';
import { StartSeason } from './start-season.tsx';

/** `/reviews/new` */
export function StartScreen() {
  const { data } = useSuspenseQuery(seasonsQuery);
  return (
    <>
      <PageHeader
        title="Start a review season"
        above={<Link to="/reviews">Review season</Link>}
        below="A season is one school year of reviews. You say between which days they may fall."
      />
      <StartSeason taken={data.items.map(({ year }) => year)} />
    </>
  );
}
