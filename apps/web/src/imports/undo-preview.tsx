import type { Import, UndoItem } from '@lateral/contract/imports';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { momentInWords } from '../ui/days.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { undoQuery, useUndoImport } from './queries.ts';
import { fieldName, fieldValue, kindWords, refusalWords, sayHanging, undoWords } from './words.ts';

type Props = { found: Import; onClose: () => void };

/** What undoing would do, before anything is undone. */
export function UndoPreview({ found: { id }, onClose }: Props) {
  const plan = useInfiniteQuery(undoQuery(id));
  const undo = useUndoImport(id);
  if (plan.error) return <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />;
  const pages = plan.data?.pages ?? [];
  const [first] = pages;
  if (!first)
    return (
      <Card>
        <Skeleton lines={6} />
      </Card>
    );
  const { refusal, overtakenBy, counts, seen, total } = first;
  const items = pages.flatMap((page) => page.items);
  const verdicts = (Object.keys(undoWords) as (keyof typeof undoWords)[]).filter((one) => counts[one] > 0);
  return (
    <>
      <Card title={refusal ? 'This import cannot be undone' : 'Undo this import?'} className="mb-5">
        {refusal ? (
          <p className="max-w-3xl">
            {refusalWords[refusal]}{' '}
            {overtakenBy && (
              <Link to="/imports/$importId" params={{ importId: overtakenBy.id }}>
                {kindWords[overtakenBy.kind].title}, {momentInWords(overtakenBy.appliedAt)}
              </Link>
            )}
          </p>
        ) : (
          <p className="max-w-3xl">
            Everything below is undone at once, or nothing. What somebody has changed since stays as it is.
          </p>
        )}
        <dl className="mt-3 max-w-xl">
          {verdicts.map((one) => (
            <div key={one} className="flex justify-between gap-4 border-b border-line py-1.5 last:border-0">
              <dt>{undoWords[one].title}</dt>
              <dd className="font-semibold">{counts[one].toLocaleString('en-GB')}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-4 flex flex-wrap gap-2">
          {!refusal && (
            <Button
              variant="primary"
              icon={Undo2}
              isPending={undo.isPending}
              onClick={() => undo.mutate(seen)}
            >
              Undo the import
            </Button>
          )}
          <Button onClick={onClose}>Go back</Button>
        </div>
        {undo.error && <ErrorNote error={undo.error} words={refusalWords} />}
      </Card>
      {items.length > 0 && (
        <Card isPadded={false}>
          <ul aria-label="What would be undone">
            {items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list only ever grows at its end
              <li key={at} className="border-b border-line px-5 py-3 last:border-b-0">
                <Item item={item} />
              </li>
            ))}
          </ul>
          <Pagination
            shown={items.length}
            total={total}
            noun="records"
            hasMore={plan.hasNextPage}
            isPending={plan.isFetchingNextPage}
            onMore={() => void plan.fetchNextPage()}
          />
        </Card>
      )}
    </>
  );
}

function Item({ item: { verdict, name, fields, kept, hanging } }: { item: UndoItem }) {
  const { tag, isAttention } = undoWords[verdict];
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 font-semibold wrap-anywhere">{name}</span>
        <span className={isAttention ? 'text-sm text-waiting' : 'text-sm text-muted'}>{tag}</span>
      </p>
      {hanging.length > 0 && <p className="text-waiting">{sayHanging(hanging)}</p>}
      {kept.length > 0 && (
        <p className="text-waiting">Changed since, and left as it is: {kept.map(fieldName).join(', ')}.</p>
      )}
      {fields.length > 0 && (
        <dl className="mt-1.5 grid gap-1">
          {fields.map(({ field, now, before }) => (
            <div key={field} className="grid gap-x-4 text-sm sm:grid-cols-[11rem_1fr]">
              <dt className="text-muted">{fieldName(field)}</dt>
              <dd>
                <span className="text-muted">{fieldValue(now)} goes back to </span>
                <strong className="font-semibold wrap-anywhere">{fieldValue(before)}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
