import './styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { buildQueryClient } from './query-client.ts';
import { buildRouter } from './router.tsx';

// zod's compiled parsers need eval, which the content security policy forbids.
z.config({ jitless: true });

const queryClient = buildQueryClient(() => void router.invalidate());
const router = buildRouter(queryClient);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds no #root');
createRoot(root, {
  // The page says what the API refused; only a fault of ours belongs on the console.
  onCaughtError: (error) => error instanceof ApiError || console.error(error),
}).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
