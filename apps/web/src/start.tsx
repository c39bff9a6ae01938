import './styles.css';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { ApiError } from './api-error.ts';

// zod's compiled parsers need eval, which the content security policy forbids.
z.config({ jitless: true });

/** Puts a page of ours on the screen. */
export function start(queryClient: QueryClient, page: ReactNode) {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page holds no #root');
  createRoot(root, {
    // The page says what the API refused; only a fault of ours belongs on the console.
    onCaughtError: (error) => error instanceof ApiError || console.error(error),
  }).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>{page}</QueryClientProvider>
    </StrictMode>,
  );
}
