import { exportMemberships } from '@lateral/contract/memberships';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { download } from '../call.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ListMapSwitch } from '../ui/list-map-switch.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { MemberFilters } from './member-filters.tsx';
import { MemberTabs } from './member-tabs.tsx';
import { MembersList } from './members-list.tsx';
import { MembersSummary } from './members-summary.tsx';
import { summaryQuery } from './queries.ts';
import type { MemberSearch } from './search.ts';

type Props = {
  search: MemberSearch;
  /** The menu of saved views. */
  views?: ReactNode;
  /** What can be asked of chosen schools. */
  actions?: readonly BulkAction[];
};

/** Who has joined and who has not, how far each is, and what members give. */
export function MembersScreen({ search, views, actions = [] }: Props) {
  const navigate = useNavigate();
  const summary = useQuery(summaryQuery);
  const { data } = summary;
  const { q, phase, cluster } = search;
  const onFilter = (change: Partial<Record<keyof MemberSearch, string | undefined>>) => {
    const next = { ...search, ...change } as MemberSearch;
    void navigate({ to: '/members', search: next, replace: true });
  };
  const exporting = useMutation({
    mutationFn: () => download(exportMemberships, { querystring: search }, 'members.csv'),
  });
  return (
    <>
      <PageHeader
        title="Members"
        below={
          data && `${data.members.toLocaleString('en-GB')} of ${plural(data.schools, 'school')} have joined`
        }
        actions={
          <>
            <ListMapSwitch
              label="Ways to see the schools"
              view="list"
              to="/members"
              search={{ list: search, map: { q, phase, cluster } }}
            />
            {views}
            <Button
              icon={Download}
              isPending={exporting.isPending}
              onClick={() => exporting.mutate()}
              className="max-sm:flex-1"
            >
              Save as CSV
            </Button>
          </>
        }
      />
      {exporting.error && (
        <div className="mb-4">
          <ErrorNote error={exporting.error} />
        </div>
      )}
      {summary.error && (
        <div className="mb-4">
          <ErrorNote error={summary.error} onRetry={() => summary.refetch()} />
        </div>
      )}
      {summary.isPending && (
        <Card className="mb-6">
          <Skeleton lines={5} label="Counting members" />
        </Card>
      )}
      {data && data.schools > 0 && <MembersSummary summary={data} />}
      <MemberTabs search={search} summary={data} />
      <MemberFilters search={search} onFilter={onFilter} />
      <MembersList key={JSON.stringify(search)} search={search} actions={actions} />
    </>
  );
}
