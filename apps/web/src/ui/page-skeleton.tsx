import { Skeleton } from './skeleton.tsx';

/** A page that is still coming. */
export function PageSkeleton() {
  return (
    <div className="grid gap-6">
      <div className="max-w-sm">
        <Skeleton lines={1} label="Loading the page" />
      </div>
      <div className="late rounded-card border border-line bg-surface px-5 py-4">
        <Skeleton lines={6} />
      </div>
    </div>
  );
}
