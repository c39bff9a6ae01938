import type { LedgerBalance, LedgerRow } from '@lateral/contract/ledger';
import { daysInFigures, daysInWords, leftInWords } from '@lateral/domain/ledger/words';
import type { Column } from '../ui/data-table.tsx';
import { Link } from '../ui/link.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { givenWords } from './words.ts';

/** The columns of the ledger: each capacity with what is left of it. */
export const ledgerColumns: readonly Column<LedgerRow>[] = [
  {
    key: 'name',
    header: 'School',
    isMain: true,
    cell: ({ id, name, clusters, isMember }) => (
      <>
        <Link to="/schools/$schoolId/ledger" params={{ schoolId: id }} tabIndex={-1} className="max-sm:py-1">
          {name}
        </Link>
        {!isMember && <span className="ml-2 text-sm font-normal text-muted">Not a member now</span>}
        {clusters.length > 0 && (
          <span className="block text-sm font-normal text-muted">{clusters.join(', ')}</span>
        )}
      </>
    ),
  },
  { key: 'head', header: 'Head', cell: ({ head }) => <Standing balance={head} /> },
  { key: 'deputy', header: 'Deputy', cell: ({ deputy }) => <Standing balance={deputy} /> },
  {
    key: 'booked',
    header: 'Booked',
    align: 'end',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ head, deputy }) => <Days halfDays={head.booked + deputy.booked} />,
  },
  {
    key: 'left',
    header: 'Left in all',
    align: 'end',
    className: 'whitespace-nowrap tabular-nums font-semibold',
    cell: ({ head, deputy }) => <Days halfDays={head.left + deputy.left} />,
  },
];

function Days({ halfDays }: { halfDays: number }) {
  return halfDays === 0 ? <span className="font-normal text-muted">–</span> : daysInWords(halfDays);
}

/** What is left in one capacity, and what of it is given. */
function Standing({ balance }: { balance: LedgerBalance }) {
  const { left, given, waived, carried } = balance;
  const more = [
    waived !== 0 && `${daysInFigures(waived)} waived`,
    carried !== 0 && `${daysInFigures(carried)} carried`,
  ].filter(Boolean);
  return (
    <div className="grid gap-0.5">
      <span>
        <StatusTag status={left <= 0 ? 'done' : given > 0 ? 'waiting' : 'not-started'}>
          {leftInWords(balance)}
        </StatusTag>
      </span>
      <span className="text-sm text-muted">{[givenWords(balance), ...more].join(', ')}</span>
    </div>
  );
}
