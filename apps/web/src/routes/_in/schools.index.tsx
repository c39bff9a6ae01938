import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_in/schools/')({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' ? { q } : {}),
  component: () => null,
});
