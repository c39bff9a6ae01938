import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { BrokenPage, LostPage } from '../frame/lost-page.tsx';
import { Root } from '../frame/root.tsx';
import { Interruptions } from '../sign-in/interruptions.tsx';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: () => (
    <Root>
      <Interruptions />
    </Root>
  ),
  notFoundComponent: LostPage,
  errorComponent: BrokenPage,
});
