import { exportSchools } from '@lateral/contract/schools';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { download } from '../call.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ListMapSwitch } from '../ui/list-map-switch.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SchoolFilters } from './school-filters.tsx';
import { SchoolTabs } from './school-tabs.tsx';
import { SchoolsList } from './schools-list.tsx';
import type { SchoolSearch } from './search.ts';

type Props = {
  /** What else can be done with chosen schools. */
  actions?: readonly BulkAction[];
  search: SchoolSearch;
  /** The menu of saved views. */
  views?: ReactNode;
};

export function SchoolsScreen({ search, views, actions = [] }: Props) {
  const { may, hasWholeReach } = useSession();
  const navigate = useNavigate();
  const onFilter = (change: Partial<Record<keyof SchoolSearch, string | undefined>>) => {
    const next = { ...search, ...change } as SchoolSearch;
    void navigate({ to: '/schools', search: next, replace: true });
  };
  const exporting = useMutation({
    mutationFn: () => download(exportSchools, { querystring: search }, 'schools.csv'),
  });
  return (
    <>
      <PageHeader
        title="Schools"
        actions={
          <>
            {hasWholeReach && (
              <ListMapSwitch
                label="Ways to see the schools"
                view="list"
                to="/schools"
                search={{ list: search, map: search }}
              />
            )}
            {views}
            {may('schools.export') && (
              <Button
                icon={Download}
                isPending={exporting.isPending}
                onClick={() => exporting.mutate()}
                className="max-sm:flex-1"
              >
                Save as CSV
              </Button>
            )}
          </>
        }
      />
      {exporting.error && (
        <div className="mb-4">
          <ErrorNote error={exporting.error} />
        </div>
      )}
      {may('schools.settle') && <SchoolTabs search={search} />}
      <SchoolFilters search={search} onFilter={onFilter} />
      <SchoolsList key={JSON.stringify({ ...search, sort: undefined })} search={search} actions={actions} />
    </>
  );
}
