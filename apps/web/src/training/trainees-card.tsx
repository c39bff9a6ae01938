import type { Trainee } from '@lateral/contract/training';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { mediumDay, shortDay } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { TabLink } from '../ui/tab-link.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { roleName } from '../words.ts';
import { traineesQuery } from './queries.ts';
import type { TrainingSearch } from './search.ts';

const tabs = [
  { standing: 'neither', label: 'Neither trained nor booked' },
  { standing: 'booked', label: 'Booked' },
  { standing: 'trained', label: 'Trained' },
] as const;

const columns: readonly Column<Trainee>[] = [
  {
    key: 'name',
    header: 'Reviewer',
    isMain: true,
    cell: ({ personId, name }) => (
      <Link to="/people/$personId" params={{ personId }} tabIndex={-1} className="max-sm:py-1">
        {name}
      </Link>
    ),
  },
  {
    key: 'school',
    header: 'School',
    cell: ({ role, schoolName }) => (
      <span className="grid">
        <span>{schoolName}</span>
        <span className="text-sm text-muted">{roleName(role)}</span>
      </span>
    ),
  },
  { key: 'standing', header: 'Training', cell: (person) => <Standing person={person} /> },
];

function Standing({ person: { standing, trainedOn, canLead, booked } }: { person: Trainee }) {
  const next = booked[0];
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {standing === 'trained' && trainedOn && (
        <StatusTag status="done">Trained {mediumDay(trainedOn)}</StatusTag>
      )}
      {standing === 'neither' && <StatusTag status="not-started">Not booked</StatusTag>}
      {standing === 'trained' && canLead && <span className="text-sm text-muted">May lead</span>}
      {next && <StatusTag status="asked">Booked for {shortDay(next.day)}</StatusTag>}
    </span>
  );
}

/** Who still needs training: the counts first, those with neither before all. For a school, its own reviewers. */
export function TraineesCard({ search }: { search: TrainingSearch }) {
  const { may } = useSession();
  const navigate = useNavigate();
  const mayRun = may('training.run');
  const { q } = search;
  const standing = search.standing ?? (mayRun ? 'neither' : undefined);
  const list = useInfiniteQuery(traineesQuery({ ...(standing && { standing }), ...(q && { q }) }));
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const to = (change: Partial<TrainingSearch>) =>
    void navigate({ to: '/training', search: { ...search, ...change } as TrainingSearch, replace: true });
  return (
    <section aria-labelledby="trainees" className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="trainees" className="text-lead">
          {mayRun ? 'Who still needs training' : 'Reviewers of your school'}
        </h2>
        {mayRun && first && first.counts.neither > 0 && (
          <ButtonLink to="/people" search={{ role: 'leaders', trained: 'no' }}>
            Remind them
          </ButtonLink>
        )}
      </div>
      {mayRun && (
        <>
          <Tabs label="How far they are trained">
            {tabs.map((tab) => (
              <TabLink
                key={tab.standing}
                to="/training"
                search={{ ...search, standing: tab.standing }}
                isCurrent={tab.standing === standing}
                count={first?.counts[tab.standing]}
              >
                {tab.label}
              </TabLink>
            ))}
          </Tabs>
          <div className="mb-3 sm:max-w-sm">
            <SearchField
              name="trainee-search"
              label="Search reviewers"
              placeholder="Name or school"
              value={q ?? ''}
              onSearch={(text) => to({ q: text || undefined } as Partial<TrainingSearch>)}
            />
          </div>
        </>
      )}
      {list.error && <ErrorNote error={list.error} onRetry={() => list.refetch()} />}
      <Card isPadded={false} className="overflow-visible!">
        {list.isPending && (
          <div className="p-5">
            <Skeleton lines={4} label="Loading reviewers" />
          </div>
        )}
        {first && rows.length === 0 && <Nobody q={q} standing={standing ?? 'neither'} />}
        {rows.length > 0 && (
          <DataTable
            caption="Reviewers with how far they are trained"
            columns={columns}
            rows={rows}
            idOf={({ personId }) => personId}
            nameOf={({ name }) => name}
            onOpen={({ personId }) => navigate({ to: '/people/$personId', params: { personId } })}
          />
        )}
        <Pagination
          shown={rows.length}
          total={first?.total ?? 0}
          noun="reviewers"
          hasMore={list.hasNextPage}
          isPending={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
        />
      </Card>
    </section>
  );
}

const nobody = {
  neither: 'Everybody is trained or has a place',
  booked: 'Nobody has booked a coming session',
  trained: 'Nobody is trained yet',
};

type NobodyProps = { q: string | undefined; standing: keyof typeof nobody };

function Nobody({ q, standing }: NobodyProps) {
  return (
    <EmptyState icon={SearchX} title={q ? 'Nobody matches' : nobody[standing]}>
      {q && 'Check the spelling, or look under the other headings.'}
    </EmptyState>
  );
}
