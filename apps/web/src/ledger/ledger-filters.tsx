import { yearInWords } from '@lateral/domain/ledger/words';
import { useClusterOptions } from '../cluster-options.ts';
import { Filter } from '../ui/filter.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import type { LedgerSearch } from './search.ts';

type Props = {
  search: LedgerSearch;
  years: readonly number[];
  year: number;
  onFilter: (change: Partial<Record<keyof LedgerSearch, string | undefined>>) => void;
};

const sortOptions = [
  { value: 'owes', label: 'Owes most first' },
  { value: 'given', label: 'Gave most first' },
  { value: 'name', label: 'By name' },
];
const leftOptions = [
  { value: '', label: 'Everybody' },
  { value: 'yes', label: 'With days left' },
];

/** Search, order and year. */
export function LedgerFilters({ search, years, year, onFilter }: Props) {
  const clusterOptions = useClusterOptions();
  const all = years.includes(year) ? years : [year, ...years];
  return (
    <div data-screen-only className="@container my-4">
      <div className="grid grid-cols-2 gap-3 @4xl:grid-cols-[minmax(0,1fr)_11rem_11rem_13rem_8rem]">
        <SearchField
          name="ledger-search"
          label="Search the ledger"
          placeholder="Name, town, postcode or URN"
          value={search.q ?? ''}
          onSearch={(q) => onFilter({ q: q || undefined })}
          className="col-span-2 @4xl:col-span-1"
        />
        <Select
          name="sort"
          label="Order"
          isLabelHidden
          options={sortOptions}
          value={search.sort ?? 'owes'}
          onChange={(sort) => onFilter({ sort: sort === 'owes' ? undefined : sort })}
        />
        <Filter
          name="left"
          label="Who is shown"
          options={leftOptions}
          value={search.left}
          onFilter={(left) => onFilter({ left })}
        />
        <Filter
          name="cluster"
          label="Cluster"
          options={clusterOptions}
          value={search.cluster}
          onFilter={(cluster) => onFilter({ cluster })}
        />
        <Select
          name="year"
          label="School year"
          isLabelHidden
          options={all.map((one) => ({ value: String(one), label: yearInWords(one) }))}
          value={String(year)}
          onChange={(one) => onFilter({ year: one })}
        />
      </div>
    </div>
  );
}
