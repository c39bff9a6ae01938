import type { Agreement, AgreementSummary } from '@lateral/contract/agreements';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Changes } from './changes.tsx';
import { agreementQuery } from './queries.ts';

type Props = { agreement: Agreement; earlier: readonly AgreementSummary[]; against: string };

/** What has changed in a version since an earlier one, clause by clause and word by word. */
export function CompareCard({ agreement, earlier, against }: Props) {
  const navigate = useNavigate();
  const other = useQuery(agreementQuery(against));
  const go = (id: string) =>
    void navigate({
      to: '/agreements/$agreementId',
      params: { agreementId: agreement.id },
      search: { against: id },
      replace: true,
      resetScroll: false,
    });
  return (
    <Card>
      {earlier.length > 1 && (
        <Select
          name="against"
          label="Compared with"
          className="mb-4 max-w-md"
          value={against}
          onChange={go}
          options={earlier.map(({ id, number, title }) => ({
            value: id,
            label: `Version ${number}: ${title}`,
          }))}
        />
      )}
      {other.isPending && <Skeleton lines={6} label="Loading the other version" />}
      {other.error && <ErrorNote error={other.error} onRetry={() => other.refetch()} />}
      {other.data && <Changes before={other.data} after={agreement} />}
    </Card>
  );
}
