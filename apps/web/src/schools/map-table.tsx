import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Link } from '../ui/link.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';
import type { MapSchool } from './arrange-map.ts';

const pageSize = 60;

/** Everything that the map shows, in words. */
export function MapTable({
  schools,
  clusterNames,
}: {
  schools: readonly MapSchool[];
  clusterNames: readonly string[];
}) {
  const [limit, setLimit] = useState(pageSize);
  const navigate = useNavigate();
  return (
    <Card isPadded={false}>
      <DataTable
        caption="Schools on the map"
        columns={columnsFor(clusterNames)}
        rows={schools.slice(0, limit)}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        onOpen={({ id }) => navigate({ to: '/schools/$schoolId', params: { schoolId: id } })}
      />
      <Pagination
        shown={Math.min(limit, schools.length)}
        total={schools.length}
        noun="schools"
        hasMore={schools.length > limit}
        isPending={false}
        onMore={() => setLimit(limit + pageSize)}
      />
    </Card>
  );
}

const columnsFor = (clusterNames: readonly string[]): Column<MapSchool>[] => [
  {
    key: 'name',
    header: 'School',
    isMain: true,
    cell: ({ id, name }) => (
      <Link to="/schools/$schoolId" params={{ schoolId: id }} tabIndex={-1} className="max-sm:py-1">
        {name}
      </Link>
    ),
  },
  {
    key: 'phase',
    header: 'Phase',
    cell: ({ phase }) =>
      phase ? <PhaseMark phase={phase} /> : <span className="text-muted">Not known</span>,
  },
  {
    key: 'cluster',
    header: 'Cluster',
    cell: ({ clusters }) =>
      clusters.map((place) => clusterNames[place]).join(', ') || <span className="text-muted">None</span>,
  },
  { key: 'member', header: 'Member', cell: ({ member }) => (member ? 'Yes' : 'Not yet') },
  {
    key: 'place',
    header: 'Grid position',
    cell: ({ at }) => (at ? `${at[0]}, ${at[1]}` : <span className="text-muted">None in the register</span>),
  },
];
