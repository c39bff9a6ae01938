import { standings } from '@lateral/domain/memberships/standing';
import { standingWords } from '@lateral/domain/memberships/words';
import { phases } from '@lateral/domain/schools/phases';
import { useQuery } from '@tanstack/react-query';
import { phaseWords } from '../ui/phase-mark.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { clustersQuery } from './queries.ts';
import type { MemberSearch } from './search.ts';

type Props = {
  search: MemberSearch;
  onFilter: (change: Partial<Record<keyof MemberSearch, string | undefined>>) => void;
};

const phaseOptions = [
  { value: '', label: 'Every phase' },
  ...phases.map((phase) => ({ value: phase, label: phaseWords[phase] })),
];
const standingOptions = standings.map((standing) => ({
  value: standing as string,
  label: standingWords[standing],
}));

/** Search, and what the tabs do not say. */
export function MemberFilters({ search, onFilter }: Props) {
  const { data: clusters } = useQuery(clustersQuery);
  const { standing = '' } = search;
  const clusterOptions = [
    { value: '', label: 'Every cluster' },
    { value: 'none', label: 'In no cluster' },
    ...(clusters?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const several = standing.includes(',') ? [{ value: standing, label: 'Several of these' }] : [];
  return (
    <div data-screen-only className="@container mb-4">
      <div className="grid grid-cols-2 gap-3 @md:grid-cols-3 @4xl:grid-cols-[minmax(0,1fr)_13rem_9rem_14rem]">
        <SearchField
          name="member-search"
          label="Search members"
          placeholder="Name, town, postcode or URN"
          value={search.q ?? ''}
          onSearch={(q) => onFilter({ q: q || undefined })}
          className="col-span-2 @md:col-span-3 @4xl:col-span-1"
        />
        <Select
          name="standing"
          label="How far they are"
          isLabelHidden
          options={[{ value: '', label: 'However far' }, ...several, ...standingOptions]}
          value={standing}
          className="max-sm:col-span-2"
          onChange={(one) => onFilter({ standing: one || undefined })}
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
          onChange={(cluster) => onFilter({ cluster: cluster || undefined })}
        />
      </div>
    </div>
  );
}
