import type { SchoolRow } from '@lateral/contract/schools';
import type { Column } from '../ui/data-table.tsx';
import { mediumDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';

/** The columns of the list of schools. */
export const schoolColumns: readonly Column<SchoolRow>[] = [
  {
    key: 'name',
    header: 'School',
    isMain: true,
    sort: { up: 'name', down: '-name' },
    cell: ({ id, name, isOpen }) => (
      <>
        <Link to="/schools/$schoolId" params={{ schoolId: id }} tabIndex={-1} className="max-sm:py-1">
          {name}
        </Link>
        {!isOpen && <span className="ml-2 text-sm font-normal text-muted">Closed</span>}
      </>
    ),
  },
  {
    key: 'phase',
    header: 'Phase',
    cell: ({ phases }) => (
      <span className="flex flex-wrap gap-x-3">
        {phases.map((phase) => (
          <PhaseMark key={phase} phase={phase} />
        ))}
        {phases.length === 0 && <span className="text-muted">Not known</span>}
      </span>
    ),
  },
  {
    key: 'town',
    header: 'Town',
    sort: { up: 'town' },
    cell: ({ town }) => town,
  },
  {
    key: 'type',
    header: 'Type',
    isWideOnly: true,
    cell: ({ typeName }) => <span className="text-sm text-muted">{typeName}</span>,
  },
  {
    key: 'pupils',
    header: 'Pupils',
    align: 'end',
    sort: { up: 'pupils', down: '-pupils' },
    cell: ({ pupils }) => pupils?.toLocaleString('en-GB'),
  },
  {
    key: 'cluster',
    header: 'Cluster',
    cell: ({ clusters }) =>
      clusters.length > 0 ? (
        clusters.map(({ name }) => name).join(', ')
      ) : (
        <span className="text-muted">None</span>
      ),
  },
  {
    key: 'member',
    header: 'Member since',
    cell: ({ memberSince }) =>
      memberSince ? (
        <span className="whitespace-nowrap">{mediumDay(memberSince)}</span>
      ) : (
        <span className="text-muted">Not a member</span>
      ),
  },
];
