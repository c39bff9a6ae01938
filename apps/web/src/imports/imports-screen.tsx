import type { Import } from '@lateral/contract/imports';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useSession } from '../session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { momentInWords } from '../ui/days.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { plural } from '../ui/plural.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { importsQuery } from './queries.ts';
import { changeWords, kindWords, stateWords, tabOrder } from './words.ts';

/** `/imports`: what has been brought, and how each stands. */
export function ImportsScreen() {
  const { may } = useSession();
  return (
    <>
      <PageHeader
        title="Imports"
        below="Bring the schools register, lists of people and groups of schools. You see every change before it is made."
        actions={
          may('imports.bring') && (
            <ButtonLink to="/imports/new" variant="primary" icon={FileUp}>
              New import
            </ButtonLink>
          )
        }
      />
      <Card isPadded={false}>
        <List />
      </Card>
    </>
  );
}

function List() {
  const imports = useInfiniteQuery(importsQuery);
  if (imports.error) return <ErrorNote error={imports.error} onRetry={() => void imports.refetch()} />;
  if (!imports.data)
    return (
      <div className="px-5 py-3">
        <Skeleton lines={5} />
      </div>
    );
  const rows = imports.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0)
    return (
      <EmptyState icon={FileUp} title="Nothing has been imported yet">
        Start with the schools register. It says which schools there are.
      </EmptyState>
    );
  return (
    <>
      <DataTable
        caption="Imports, newest first"
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={({ kind, createdAt }) => `${kindWords[kind].name}, ${momentInWords(createdAt)}`}
      />
      <Pagination
        shown={rows.length}
        total={imports.data.pages[0]?.total ?? rows.length}
        noun="imports"
        hasMore={imports.hasNextPage}
        isPending={imports.isFetchingNextPage}
        onMore={() => void imports.fetchNextPage()}
      />
    </>
  );
}

/** "326 added, 4 changed": what it did, or would do. */
export function sayCounts({ counts }: Pick<Import, 'counts'>): string {
  if (!counts) return '';
  const said = tabOrder
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind].toLocaleString('en-GB')} ${changeWords[kind].done}`);
  return said.length === 0 ? 'No changes' : said.join(', ');
}

const columns: Column<Import>[] = [
  {
    key: 'what',
    header: 'What',
    isMain: true,
    cell: ({ id, kind }) => (
      <Link to="/imports/$importId" params={{ importId: id }}>
        {kindWords[kind].name}
      </Link>
    ),
  },
  {
    key: 'state',
    header: 'State',
    cell: ({ state }) => <StatusTag status={stateWords[state].status}>{stateWords[state].text}</StatusTag>,
  },
  { key: 'counts', header: 'Changes', cell: sayCounts },
  {
    key: 'files',
    header: 'Files',
    cell: ({ files }) =>
      files.length > 2 ? (
        plural(files.length, 'file')
      ) : (
        <ul>
          {files.map(({ name }) => (
            <li key={name} className="wrap-anywhere">
              {name}
            </li>
          ))}
        </ul>
      ),
  },
  {
    key: 'at',
    header: 'Begun',
    className: 'whitespace-nowrap',
    cell: ({ createdAt }) => momentInWords(createdAt),
  },
];
