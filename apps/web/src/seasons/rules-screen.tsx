import { namesOfSettings } from '@lateral/domain/seasons/rule-words';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { CalendarPlus, Info } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { seasonsQuery } from './queries.ts';
import { RulesForm } from './rules-form.tsx';
import { type Rules, rulesQuery } from './rules-queries.ts';
import { seasonName } from './words.ts';

/** `/reviews/rules`: the rules of the season that the address names, else of the newest. */
export function RulesScreen({ year }: { year: string | undefined }) {
  const { data } = useSuspenseQuery(seasonsQuery);
  const season = data.items.find((one) => String(one.year) === year) ?? data.items[0];
  if (season) return <RulesOf key={season.id} seasonId={season.id} year={season.year} />;
  return (
    <>
      <PageHeader title="Rules of the season" />
      <Card>
        <EmptyState
          icon={CalendarPlus}
          title="There is no review season yet"
          action={
            <ButtonLink to="/reviews/new" variant="primary">
              Start a season
            </ButtonLink>
          }
        >
          Each season has rules of its own. A new season begins with the rules of the one before.
        </EmptyState>
      </Card>
    </>
  );
}

function RulesOf({ seasonId, year }: { seasonId: string; year: number }) {
  const rules = useQuery(rulesQuery(seasonId));
  const search = { year: String(year) };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={`Rules of the season ${seasonName(year)}`}
        tab="Rules of the season"
        above={
          <Link to="/reviews" search={search}>
            Review season {seasonName(year)}
          </Link>
        }
        below="They say who may review whom, when, and what counts most. The next season begins with them."
      />
      {rules.isPending && (
        <Card>
          <Skeleton lines={8} label="Loading the rules" />
        </Card>
      )}
      {rules.error && <ErrorNote error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data && (
        <>
          <Standing rules={rules.data} />
          <RulesForm seasonId={seasonId} rules={rules.data} />
        </>
      )}
    </div>
  );
}

/** Whether the plan was made with these rules, and what they do not change. */
function Standing({ rules: { changedSincePlan, isPublished, year } }: { rules: Rules }) {
  if (changedSincePlan === null) return null;
  const isOlder = changedSincePlan.length > 0;
  return (
    <div role="status" className="mb-5 flex gap-3 rounded-control bg-asked px-4 py-3 text-ink">
      <Info aria-hidden className="mt-0.5 size-5 shrink-0 text-pen" />
      <div className="grid min-w-0 gap-1.5">
        {isOlder ? (
          <>
            <p>
              <b className="font-semibold">
                The plan that you see was made with earlier rules. Plan again to use these.
              </b>{' '}
              Changed since: {namesOfSettings(changedSincePlan)}.
            </p>
            <p>
              <Link to="/reviews" search={{ year: String(year) }}>
                Go to the plan
              </Link>
            </p>
          </>
        ) : (
          <p>The plan was made with these rules. If you change them, it stays until you plan again.</p>
        )}
        <p className="text-sm">
          What you change by hand, and whom you ask to fill a seat, goes by the rules as they are now.
          {isPublished && ' People are told of nothing until you publish again.'}
        </p>
      </div>
    </div>
  );
}
