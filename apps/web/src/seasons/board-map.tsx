import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { CountyMap } from '../ui/map/county-map.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import type { Row } from './arrange.ts';
import { arrangeBoardMap } from './arrange-board-map.ts';
import { BoardMapLegend } from './board-map-legend.tsx';
import { NothingFound } from './nothing-found.tsx';
import { placesQuery } from './queries.ts';
import { changeSearch, ReviewLink, useReviewsSearch } from './review-link.tsx';
import { standingTags, standingWords } from './standing-words.ts';

type Props = {
  /** Every school of the season, which the map is drawn from. */
  all: readonly Row[];
  /** Those that are looked for. */
  rows: readonly Row[];
};

/** The reviews on a map of the county: each school as its review stands, and where the open one's reviewers come from. */
export function BoardMap({ all, rows }: Props) {
  const search = useReviewsSearch();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(placesQuery);
  const open = all.find(({ schoolId }) => schoolId === search.school);
  const map = useMemo(
    () => data && arrangeBoardMap(data.schools, all, rows, open?.review ?? null),
    [data, all, rows, open],
  );
  const choose = (school: string | null) =>
    void navigate({
      to: '/reviews',
      search: changeSearch(search, { school: school ?? undefined }),
      resetScroll: false,
    });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!map)
    return (
      <Card>
        <Skeleton lines={8} label="Loading the map" />
      </Card>
    );
  if (rows.length === 0)
    return (
      <Card>
        <NothingFound />
      </Card>
    );
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 @3xl:grid-cols-[minmax(0,1fr)_19rem]">
        <Card isPadded={false}>
          <CountyMap
            label={`Map of ${plural(rows.length, 'school')} by how their reviews stand`}
            ground={map.ground}
            points={map.points}
            areas={noAreas}
            lines={map.lines}
            chosenId={search.school ?? null}
            onChoose={choose}
          />
          <BoardMapLegend hasLines={map.lines.length > 0} />
        </Card>
        <SchoolList rows={rows} missing={map.missing} />
      </div>
    </div>
  );
}

const noAreas: readonly never[] = [];

function SchoolList({ rows, missing }: { rows: readonly Row[]; missing: number }) {
  return (
    <Card title="Schools" beside={String(rows.length)} isPadded={false}>
      <p className="border-b border-line px-5 py-3 text-sm text-muted">
        {missing > 0 && `${plural(missing, 'school is', 'schools are')} not on the map. `}
        <ReviewLink change={{ view: 'table' }} className="text-pen underline underline-offset-3">
          See as table
        </ReviewLink>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a region that scrolls, so that keys can scroll it */}
      <div
        role="region"
        aria-label="Schools on the map"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="focus-inside max-h-120 overflow-y-auto"
      >
        <ul>
          {rows.map(({ schoolId, name, standing }) => (
            <li key={schoolId} className="border-b border-line last:border-b-0">
              <ReviewLink
                change={{ school: schoolId }}
                data-review={schoolId}
                className="focus-inside flex min-h-11 items-center justify-between gap-3 px-5 py-1.5"
              >
                <span className="min-w-0">{name}</span>
                <StatusTag status={standingTags[standing]}>{standingWords[standing]}</StatusTag>
              </ReviewLink>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
