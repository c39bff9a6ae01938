import { capacities } from '@lateral/domain/ledger/entries';
import { leftInWords, yearInWords } from '@lateral/domain/ledger/words';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { schoolLedgerQuery } from './queries.ts';
import { capacityNames } from './words.ts';

/** How a school stands this year, for its page. */
export function LedgerCard({ schoolId }: { schoolId: string }) {
  const { data, error, refetch } = useQuery(schoolLedgerQuery(schoolId));
  const now = data?.years.find(({ year }) => year === data.year);
  return (
    <Card
      title="Days given and owed"
      footer={
        <Link to="/schools/$schoolId/ledger" params={{ schoolId }} className="max-sm:py-1.5">
          See the ledger
        </Link>
      }
    >
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton lines={2} label="Counting days" />}
      {data && now && (
        <dl>
          {capacities.map((capacity) => (
            <div key={capacity} className="flex justify-between gap-4 py-1">
              <dt className="text-muted">
                {capacityNames[capacity]}, {yearInWords(data.year)}
              </dt>
              <dd>{leftInWords(now[capacity])}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
