import { ButtonLink } from './button-link.tsx';
import { PageHeader } from './page-header.tsx';

/** 404: what may have happened, and where to go. */
export function NotFound() {
  return (
    <div className="max-w-xl">
      <PageHeader title="We cannot find this page" />
      <p className="mb-3">
        If you typed the address, check it is right. If you followed a link, what it leads to may have been
        moved or taken away, or it may belong to somebody else.
      </p>
      <p className="mb-5">If you think you should see it, ask the person who runs your partnership.</p>
      <ButtonLink to="/" variant="primary">
        Go to the first page
      </ButtonLink>
    </div>
  );
}
