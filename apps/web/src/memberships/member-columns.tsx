import type { MembershipRow } from '@lateral/contract/memberships';
import { dayInLondon } from '@lateral/domain/calendars/london';
import type { Standing } from '@lateral/domain/memberships/standing';
import { standingWords } from '@lateral/domain/memberships/words';
import type { Column } from '../ui/data-table.tsx';
import { mediumDay } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { PhaseMark } from '../ui/phase-mark.tsx';
import { pounds } from '../ui/pounds.ts';
import { type Status, StatusTag } from '../ui/status-tag.tsx';
import { MembershipLine } from './membership-line.tsx';
import { needTags } from './words.ts';

const looks: Record<Standing, Status> = {
  'not-asked': 'not-started',
  asked: 'asked',
  opened: 'asked',
  agreed: 'asked',
  signed: 'waiting',
  member: 'done',
  left: 'not-started',
};

/** The columns of the list of members. */
export const memberColumns: readonly Column<MembershipRow>[] = [
  {
    key: 'name',
    header: 'School',
    isMain: true,
    cell: ({ id, name, isOpen, clusters }) => (
      <>
        <Link to="/schools/$schoolId" params={{ schoolId: id }} tabIndex={-1} className="max-sm:py-1">
          {name}
        </Link>
        {!isOpen && <span className="ml-2 text-sm font-normal text-muted">Closed</span>}
        {clusters.length > 0 && (
          <span className="block text-sm font-normal text-muted">{clusters.join(', ')}</span>
        )}
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
      </span>
    ),
  },
  {
    key: 'standing',
    header: 'Member?',
    className: 'min-w-64',
    cell: (row) => <WhereItStands row={row} />,
  },
  { key: 'people', header: 'Head and chair', isWideOnly: true, cell: (row) => <HeadAndChair row={row} /> },
  {
    key: 'pledge',
    header: 'Gives a year',
    align: 'end',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ pledgedPence }) => (pledgedPence === null ? <None /> : pounds(pledgedPence)),
  },
  {
    key: 'asked',
    header: 'Last asked',
    className: 'whitespace-nowrap',
    cell: ({ remindedAt }) => (remindedAt ? mediumDay(dayInLondon(remindedAt)) : <None>Never</None>),
  },
];

function None({ children = '–' }: { children?: string }) {
  return <span className="text-muted">{children}</span>;
}

/** The standing, what is still to do, and the answer in one line. */
function WhereItStands({ row }: { row: MembershipRow }) {
  // What waits for its co-signer says so once; whose head has signed has no more to consent to.
  const isWaiting = row.needs.includes('co-signer');
  const needs = row.needs.filter(
    (need) => (need !== 'co-signer' || row.standing === 'member') && (need !== 'consent' || !isWaiting),
  );
  return (
    <div className="grid gap-1">
      <span className="flex flex-wrap gap-x-2 gap-y-1">
        <StatusTag status={looks[row.standing]}>{standingWords[row.standing]}</StatusTag>
        {needs.map((need) => (
          <StatusTag key={need} status={need === 'consent' ? 'asked' : 'waiting'}>
            {needTags[need]}
          </StatusTag>
        ))}
      </span>
      <MembershipLine school={row} className="text-sm text-muted" />
    </div>
  );
}

function HeadAndChair({ row: { head, chair } }: { row: MembershipRow }) {
  return (
    <div className="grid text-sm whitespace-nowrap">
      <span>{head ?? <None>No head known</None>}</span>
      <span className="text-muted">{chair ?? 'No chair known'}</span>
    </div>
  );
}
