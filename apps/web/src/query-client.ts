import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

/** @param onSignedOut called when an answer says that nobody is signed in any more */
export function buildQueryClient(onSignedOut: () => void) {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (!(error instanceof ApiError) || error.status !== 401 || query.queryKey[0] === 'me') return;
        client.removeQueries({ queryKey: ['me'] });
        onSignedOut();
      },
    }),
    defaultOptions: {
      // Offline, a change is refused at once with its words; what was typed stays, and is kept as a draft.
      mutations: { networkMode: 'always' },
      queries: {
        staleTime: 20_000,
        retry: (failures, error) =>
          failures < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status === 503),
      },
    },
  });
  return client;
}
