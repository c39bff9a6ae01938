import type { Person } from '@lateral/contract/people';
import { lazy, Suspense } from 'react';
import type { Column } from '../ui/data-table.tsx';
import { mediumDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { roleWords } from '../words.ts';

// What only the broker may do is not sent to a head's phone.
const AwayDaysButton = lazy(() => import('./away-days.tsx').then((m) => ({ default: m.AwayDaysButton })));

/** The columns of the list of people. */
export const peopleColumns: readonly Column<Person>[] = [
  {
    key: 'name',
    header: 'Name',
    isMain: true,
    cell: ({ personId, name, email }) => (
      <>
        <Link to="/people/$personId" params={{ personId }}>
          {name}
        </Link>
        <span className="block text-sm font-normal wrap-anywhere text-muted">{email}</span>
      </>
    ),
  },
  {
    key: 'roles',
    header: 'Role and school',
    cell: ({ roles }) => (
      <ul className="grid gap-1">
        {roles.map(({ role, schoolId, schoolName }) => (
          <li key={`${role}${schoolId}`}>
            {roleWords[role]}
            {schoolId && (
              <>
                ,{' '}
                <Link to="/schools/$schoolId" params={{ schoolId }}>
                  {schoolName}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    ),
  },
  {
    key: 'trained',
    header: 'Trained to review',
    cell: ({ trainedOn }) =>
      trainedOn ? (
        <span className="whitespace-nowrap">{mediumDay(trainedOn)}</span>
      ) : (
        <span className="text-muted">Not yet</span>
      ),
  },
  {
    key: 'lead',
    header: 'May lead',
    cell: ({ canLead }) => (canLead ? 'Yes' : <span className="text-muted">No</span>),
  },
  {
    key: 'away',
    header: 'Days away',
    cell: (person) => (
      <Suspense>
        <AwayDaysButton person={person} />
      </Suspense>
    ),
  },
];
