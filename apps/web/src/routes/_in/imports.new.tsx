import type { ImportKind } from '@lateral/domain/imports/states';
import { createFileRoute } from '@tanstack/react-router';
import { NewImportScreen } from '../../imports/new-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/imports/new')({
  validateSearch: ({ kind }: Record<string, unknown>): { kind?: ImportKind } =>
    kind === 'register' || kind === 'people' || kind === 'groups' ? { kind } : {},
  beforeLoad: ({ context }) => requireMay(context.me, 'imports.bring'),
  component: () => <NewImportScreen kind={Route.useSearch().kind ?? 'register'} />,
});
