import { createFileRoute } from '@tanstack/react-router';
import { MapScreen } from '../../schools/map-screen.tsx';
import { readMapSearch } from '../../schools/search.ts';
import { requireWholeReach } from '../../session.ts';

export const Route = createFileRoute('/_in/members/map')({
  validateSearch: readMapSearch,
  beforeLoad: ({ context }) => requireWholeReach(context.me, 'memberships.read'),
  component: () => <MapScreen search={Route.useSearch()} of="/members" title="Members" />,
});
