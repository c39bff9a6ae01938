import { createFileRoute } from '@tanstack/react-router';
import { SchoolsScreen } from '../../schools/schools-screen.tsx';
import { readSchoolSearch } from '../../schools/search.ts';
import { requireMay } from '../../session.ts';

export const Route = createFileRoute('/_in/schools/')({
  validateSearch: readSchoolSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'schools.read'),
  component: () => <SchoolsScreen search={Route.useSearch()} />,
});
