import { ButtonLink } from './button-link.tsx';
import { PageHeader } from './page-header.tsx';

/** 403: you are signed in, but this is not yours to see or do. */
export function NoPermission() {
  return (
    <div className="max-w-xl">
      <PageHeader title="You do not have permission to see this page" />
      <p className="mb-3">You are signed in, but your role does not include this page.</p>
      <p className="mb-5">If you need it, ask the person who runs your partnership to change your role.</p>
      <ButtonLink to="/" variant="primary">
        Go to the first page
      </ButtonLink>
    </div>
  );
}
