import { createFileRoute } from '@tanstack/react-router';
import { PeopleScreen } from '../../people/people-screen.tsx';
import { readPeopleSearch } from '../../people/search.ts';
import { requireMay } from '../../session.ts';
import { peopleActions } from '../-bulk-actions.ts';
import { ViewMenu } from '../-view-menu.tsx';

export const Route = createFileRoute('/_in/people/')({
  validateSearch: readPeopleSearch,
  beforeLoad: ({ context }) => requireMay(context.me, 'people.read'),
  component: () => (
    <PeopleScreen views={<ViewMenu screen="people" search={Route.useSearch()} />} actions={peopleActions} />
  ),
});
