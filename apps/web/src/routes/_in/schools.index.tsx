import { createFileRoute } from '@tanstack/react-router';
import { SchoolsScreen } from '../../schools/schools-screen.tsx';
import { readSchoolSearch } from '../../schools/search.ts';
import { requireMay } from '../../session.ts';
import { schoolActions } from '../-bulk-actions.ts';
import { ViewMenu } from '../-view-menu.tsx';

export const Route = createFileRoute('/_in/schools/')({
  validateSearch: readSchoolSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'schools.read'),
  component: () => {
    const search = Route.useSearch();
    const views = <ViewMenu screen="schools" search={search} />;
    return <SchoolsScreen search={search} views={views} actions={schoolActions} />;
  },
});
