import { standings } from '@lateral/domain/memberships/standing';
import { standingWords } from '@lateral/domain/memberships/words';
import { useClusterOptions } from '../cluster-options.ts';
import { Filter, phaseOptions } from '../ui/filter.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { MemberSearch } from './search.ts';

type Props = {
  search: MemberSearch;
  onFilter: (change: Partial<Record<keyof MemberSearch, string | undefined>>) => void;
};

const standingOptions = standings.map((standing) => ({
  value: standing as string,
  label: standingWords[standing],
}));

/** Search, and what the tabs do not say. */
export function MemberFilters({ search, onFilter }: Props) {
  const { standing = '' } = search;
  const clusterOptions = useClusterOptions();
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
        <Filter
          name="standing"
          label="How far they are"
          options={[{ value: '', label: 'However far' }, ...several, ...standingOptions]}
          value={standing}
          className="max-sm:col-span-2"
          onFilter={(one) => onFilter({ standing: one })}
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
          onFilter={(cluster) => onFilter({ cluster })}
        />
      </div>
    </div>
  );
}
