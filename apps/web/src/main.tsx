import { RouterProvider } from '@tanstack/react-router';
import { buildQueryClient } from './query-client.ts';
import { buildRouter } from './router.tsx';
import { start } from './start.tsx';

const queryClient = buildQueryClient(() => void router.invalidate());
const router = buildRouter(queryClient);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

start(queryClient, <RouterProvider router={router} />);
