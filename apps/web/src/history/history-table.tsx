import type { Happening } from '@lateral/contract/history';
import { eventSentence } from '../event-words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { momentInWords } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';

const columns: readonly Column<Happening>[] = [
  {
    key: 'what',
    header: 'What happened',
    isMain: true,
    cell: ({ kind, detail, school }) => (
      <>
        <span className="font-normal">{eventSentence(kind, detail)}</span>
        {school && (
          <Link
            to="/schools/$schoolId"
            params={{ schoolId: school.id }}
            className="block text-sm font-normal"
          >
            {school.name}
          </Link>
        )}
      </>
    ),
  },
  {
    key: 'who',
    header: 'Who',
    cell: ({ who, onBehalfOf }) => (
      <>
        {who ?? <span className="text-muted">Lateral itself</span>}
        {onBehalfOf && <span className="block text-sm text-muted">for {onBehalfOf}</span>}
      </>
    ),
  },
  {
    key: 'when',
    header: 'When',
    cell: ({ at }) => (
      <time dateTime={at.toISOString()} className="whitespace-nowrap">
        {momentInWords(at)}
      </time>
    ),
  },
  {
    key: 'seq',
    header: 'Number',
    align: 'end',
    isWideOnly: true,
    cell: ({ seq }) =>
      seq === null ? <span className="text-muted">Soon</span> : seq.toLocaleString('en-GB'),
  },
];

export function HistoryTable({ rows }: { rows: readonly Happening[] }) {
  return (
    <DataTable
      caption="What happened, newest first"
      columns={columns}
      rows={rows}
      idOf={({ id }) => String(id)}
      nameOf={({ kind, detail }) => eventSentence(kind, detail)}
    />
  );
}
