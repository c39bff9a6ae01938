import { phases } from '@lateral/domain/schools/phases';
import { useQuery } from '@tanstack/react-query';
import { phaseWords } from '../ui/phase-mark.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { clustersQuery, groupsQuery } from './queries.ts';
import type { SchoolSearch } from './search.ts';

type Props = {
  search: SchoolSearch;
  onFilter: (change: Partial<Record<keyof SchoolSearch, string | undefined>>) => void;
};

const phaseOptions = [
  { value: '', label: 'Every phase' },
  ...phases.map((phase) => ({ value: phase, label: phaseWords[phase] })),
];
const memberOptions = [
  { value: '', label: 'Members or not' },
  { value: 'yes', label: 'Members' },
  { value: 'no', label: 'Not members' },
];

export function SchoolFilters({ search, onFilter }: Props) {
  const { data: clusters } = useQuery(clustersQuery);
  const clusterOptions = [
    { value: '', label: 'Every cluster' },
    { value: 'none', label: 'In no cluster' },
    ...(clusters?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
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
        <Select
          name="phase"
          label="Phase"
          isLabelHidden
          options={phaseOptions}
          value={search.phase ?? ''}
          onChange={(phase) => onFilter({ phase: phase || undefined })}
        />
        <Select
          name="cluster"
          label="Cluster"
          isLabelHidden
          options={clusterOptions}
          value={search.cluster ?? ''}
          className="max-sm:col-span-2 max-sm:order-last"
          onChange={(cluster) => onFilter({ cluster: cluster || undefined })}
        />
        {shared.length > 0 && (
          <Select
            name="group"
            label="Group"
            isLabelHidden
            options={groupOptions}
            value={String(search.group ?? '')}
            className="max-sm:col-span-2 max-sm:order-last"
            onChange={(group) => onFilter({ group: group || undefined })}
          />
        )}
        <Select
          name="member"
          label="Membership"
          isLabelHidden
          options={memberOptions}
          value={search.member ?? ''}
          onChange={(member) => onFilter({ member: member || undefined })}
        />
      </div>
    </div>
  );
}
