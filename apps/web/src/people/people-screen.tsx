import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BulkAction } from '../bulk-action.ts';
import { Filter } from '../ui/filter.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { PeopleList } from './people-list.tsx';
import type { PeopleSearch } from './search.ts';
import { roleOptions, trainedOptions } from './words.ts';

type Props = {
  /** The menu of saved views. */
  views?: ReactNode;
  /** What else can be done with chosen people. */
  actions?: readonly BulkAction[];
};

export function PeopleScreen({ views, actions = [] }: Props) {
  const search: PeopleSearch = useSearch({ from: '/_in/people/' });
  const navigate = useNavigate();
  const filter = (change: Partial<Record<keyof PeopleSearch, string | undefined>>) =>
    navigate({ to: '/people', search: { ...search, ...change } as PeopleSearch, replace: true });
  return (
    <>
      <PageHeader
        title="People"
        actions={views}
        below="Everybody who has a role today. People come in a people file, under Imports."
      />
      <div data-screen-only className="@container mb-4">
        <div className="grid grid-cols-1 gap-3 @md:grid-cols-2 @4xl:grid-cols-[minmax(0,1fr)_18rem_13rem]">
          <SearchField
            name="people-search"
            label="Search people"
            placeholder="Name, address or school"
            value={search.q ?? ''}
            onSearch={(q) => filter({ q: q || undefined })}
            className="@md:col-span-2 @4xl:col-span-1"
          />
          <Filter
            name="role"
            label="Role"
            options={roleOptions}
            value={search.role}
            onFilter={(role) => filter({ role })}
          />
          <Filter
            name="trained"
            label="Training"
            options={trainedOptions}
            value={search.trained}
            onFilter={(trained) => filter({ trained })}
          />
        </div>
      </div>
      <PeopleList key={JSON.stringify(search)} search={search} actions={actions} />
    </>
  );
}
