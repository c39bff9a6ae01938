import { type ChangeKind, changeKinds } from '@lateral/domain/imports/states';
import { createFileRoute } from '@tanstack/react-router';
import { ImportScreen } from '../../imports/import-screen.tsx';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/imports/$importId')({
  validateSearch: (raw: Record<string, unknown>): { tab?: ChangeKind } => {
    const tab = changeKinds.find((kind) => kind === raw.tab);
    return tab ? { tab } : {};
  },
  beforeLoad: ({ context }) => requireMay(context.me, 'imports.read'),
  component: () => <ImportScreen {...Route.useParams()} tab={Route.useSearch().tab} />,
});
