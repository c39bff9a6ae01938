import type { ErrorComponentProps } from '@tanstack/react-router';
import { BareFrame } from '../ui/bare-frame.tsx';
import { ErrorPage } from '../ui/error-page.tsx';
import { NotFound } from '../ui/not-found.tsx';

/** An address that leads nowhere. */
export function LostPage() {
  return (
    <BareFrame>
      <NotFound />
    </BareFrame>
  );
}

/** A fault before there was a frame to show it in. */
export function BrokenPage(props: ErrorComponentProps) {
  return (
    <BareFrame>
      <ErrorPage {...props} />
    </BareFrame>
  );
}
