import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiError } from '../api-error.ts';
import { explain } from '../words.ts';
import { Button } from './button.tsx';
import { NoPermission } from './no-permission.tsx';
import { NotFound } from './not-found.tsx';
import { PageHeader } from './page-header.tsx';

/** Whatever a page could not cope with: not found, not allowed, or a fault with a way to try again. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  if (error instanceof ApiError && error.status === 403) return <NoPermission />;
  const tryAgain = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div className="max-w-xl">
      <PageHeader title="Sorry, there is a problem" />
      <p className="mb-3">{explain(error instanceof Error ? error : new Error(String(error)))}</p>
      <p className="mb-5">Nothing you saved before this has been lost.</p>
      <Button variant="primary" onClick={tryAgain}>
        Try again
      </Button>
    </div>
  );
}
