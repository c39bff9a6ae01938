import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../ui/error-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { unplacedReasonsQuery } from './queries.ts';
import { sayCause } from './reason-words.ts';
import { WhatWouldPlaceIt } from './what-would-place-it.tsx';

type Props = { seasonId: string; schoolId: string; mayPlan: boolean };

/** What stands in the way of a review of one school, worked out from the plan. */
export function InTheWay({ seasonId, schoolId, mayPlan }: Props) {
  const { data, error, refetch } = useQuery(unplacedReasonsQuery(seasonId, schoolId));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data?.causes === null) return null;
  return (
    <section aria-label="What stands in the way" data-screen-only>
      <h3 className="mt-5 mb-1 font-semibold">What stands in the way</h3>
      {!data && <Skeleton lines={3} label="Loading what stands in the way" />}
      <ul className="grid gap-3">
        {data?.causes?.map(sayCause).map(({ title, lines }) => (
          <li key={title}>
            <p className="font-semibold">{title}</p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ul>
      {mayPlan && data && (
        <WhatWouldPlaceIt
          seasonId={seasonId}
          schoolId={schoolId}
          relaxations={data.relaxations}
          job={data.job}
        />
      )}
    </section>
  );
}
