import type { ImportChange } from '@lateral/contract/imports';
import type { ChangeKind } from '@lateral/domain/imports/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { Card } from '../ui/card.tsx';
import { longDay } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { listKeys, rowProps } from '../ui/list-keys.ts';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { roleName } from '../words.ts';
import { changesQuery } from './queries.ts';
import { changeWords, fieldName, fieldValue } from './words.ts';

/** One kind of changes, record by record. */
export function ChangeList({ importId, kind }: { importId: string; kind: ChangeKind }) {
  const changes = useInfiniteQuery(changesQuery(importId, kind));
  if (changes.error) return <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data)
    return (
      <Card>
        <Skeleton lines={6} />
      </Card>
    );
  const rows = changes.data.pages.flatMap(({ items }) => items);
  return (
    <Card isPadded={false}>
      <ul aria-label={changeWords[kind].tab} onKeyDown={listKeys()}>
        {rows.map((change, at) => (
          <li
            key={change.position}
            {...rowProps(at)}
            className="focus-inside border-b border-line px-5 py-3 last:border-b-0"
          >
            {kind === 'refused' ? <Refused change={change} /> : <Changed change={change} />}
          </li>
        ))}
      </ul>
      <Pagination
        shown={rows.length}
        total={changes.data.pages[0]?.total ?? rows.length}
        noun="changes"
        hasMore={changes.hasNextPage}
        isPending={changes.isFetchingNextPage}
        onMore={() => void changes.fetchNextPage()}
      />
    </Card>
  );
}

function Refused({ change: { file, row, column, reason } }: { change: ImportChange }) {
  return (
    <>
      <p className="font-semibold">
        Row {row?.toLocaleString('en-GB')}
        {column && `, column “${column}”`}{' '}
        <span className="text-sm font-normal wrap-anywhere text-muted">{file}</span>
      </p>
      <p className="text-risk">{reason}</p>
    </>
  );
}

function Changed({ change }: { change: ImportChange }) {
  const { urn, name, role, schoolName, toUrn, toName, on, reason, fields } = change;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 font-semibold wrap-anywhere">{name ?? 'No name'}</span>
        {toName && (
          <span>
            becomes <strong>{toName}</strong> {toUrn && `(URN ${toUrn})`}
          </span>
        )}
        <span className="text-sm text-muted">
          {role ? `${roleName(role)}, ${schoolName}` : (schoolName ?? (urn !== undefined && `URN ${urn}`))}
          {on && `, on ${longDay(on)}`}
        </span>
      </p>
      {reason && <p className="text-waiting">{reason}</p>}
      {fields && fields.length > 0 && (
        <dl className="mt-1.5 grid gap-1">
          {fields.map(({ field, before, after }) => (
            <div key={field} className="grid gap-x-4 text-sm sm:grid-cols-[11rem_1fr]">
              <dt className="text-muted">{fieldName(field)}</dt>
              <dd className="flex flex-wrap items-center gap-x-2">
                <span className="sr-only">before: </span>
                <span className="text-muted">{fieldValue(before)}</span>
                <ArrowRight aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="sr-only">after: </span>
                <strong className="font-semibold">{fieldValue(after)}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
