import { useQuery } from '@tanstack/react-query';
import { useClusterOptions } from '../cluster-options.ts';
import { Filter, phaseOptions } from '../ui/filter.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { groupsQuery } from './queries.ts';
import type { SchoolSearch } from './search.ts';

type Props = {
  search: SchoolSearch;
  onFilter: (change: Partial<Record<keyof SchoolSearch, string | undefined>>) => void;
};

const memberOptions = [
  { value: '', label: 'Members or not' },
  { value: 'yes', label: 'Members' },
  { value: 'no', label: 'Not members' },
];

export function SchoolFilters({ search, onFilter }: Props) {
  const clusterOptions = useClusterOptions();
  const { data: groups } = useQuery(groupsQuery);
  const shared = (groups?.items ?? []).filter(({ uid, schools }) => schools > 1 || uid === search.group);
  const groupOptions = [
    { value: '', label: 'Every group' },
    ...shared.map(({ uid, name, schools }) => ({ value: String(uid), label: `${name} (${schools})` })),
  ];
  const columns =
    shared.length > 0
      ? '@4xl:grid-cols-[minmax(0,1fr)_9rem_11rem_11rem_11rem]'
      : '@4xl:grid-cols-[minmax(0,1fr)_11rem_14rem_11rem]';
  return (
    <div data-screen-only className="@container mb-4">
      <div className={`grid grid-cols-2 gap-3 @md:grid-cols-4 ${columns}`}>
        <SearchField
          name="school-search"
          label="Search schools"
          placeholder="Name, town, postcode or URN"
          value={search.q ?? ''}
          onSearch={(q) => onFilter({ q: q || undefined })}
          className="col-span-2 @md:col-span-4 @4xl:col-span-1"
        />
        <Filter
          name="phase"
          label="Phase"
          options={phaseOptions}
          value={search.phase}
          onFilter={(phase) => onFilter({ phase })}
        />
        <Filter
          name="cluster"
          label="Cluster"
          options={clusterOptions}
          value={search.cluster}
          className="max-sm:col-span-2 max-sm:order-last"
          onFilter={(cluster) => onFilter({ cluster })}
        />
        {shared.length > 0 && (
          <Filter
            name="group"
            label="Group"
            options={groupOptions}
            value={search.group}
            className="max-sm:col-span-2 max-sm:order-last"
            onFilter={(group) => onFilter({ group })}
          />
        )}
        <Filter
          name="member"
          label="Membership"
          options={memberOptions}
          value={search.member}
          onFilter={(member) => onFilter({ member })}
        />
      </div>
    </div>
  );
}
