import { createFileRoute } from '@tanstack/react-router';
import { MembersScreen } from '../../memberships/members-screen.tsx';
import { readMemberSearch } from '../../memberships/search.ts';
import { requireWholeReach } from '../../session.ts';
import { memberActions } from '../-bulk-actions.ts';
import { ViewMenu } from '../-view-menu.tsx';

export const Route = createFileRoute('/_in/members/')({
  validateSearch: readMemberSearch,
  beforeLoad: ({ context }) => requireWholeReach(context.me, 'memberships.read'),
  component: () => {
    const search = Route.useSearch();
    const views = <ViewMenu screen="members" search={search} />;
    return <MembersScreen search={search} views={views} actions={memberActions} />;
  },
});
