import { Button } from './button.tsx';

type Props = {
  shown: number;
  total: number;
  /** What the rows are, in the plural: "schools". */
  noun: string;
  hasMore: boolean;
  isPending: boolean;
  onMore: () => void;
};

export function Pagination({ shown, total, noun, hasMore, isPending, onMore }: Props) {
  if (!hasMore && shown === total) return null;
  const number = (n: number) => n.toLocaleString('en-GB');
  return (
    <div className="flex flex-wrap items-center gap-4 px-5 py-3.5 text-sm text-muted">
      {hasMore && (
        <Button data-screen-only size="small" isPending={isPending} onClick={onMore}>
          Show more
        </Button>
      )}
      <span>
        Showing {number(shown)} of {number(total)} {noun}
      </span>
    </div>
  );
}
