import type { Board } from '@lateral/contract/seasons';
import { phases } from '@lateral/domain/schools/phases';
import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { phaseWords } from '../ui/phase-mark.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { changeSearch, ReviewLink, useReviewsSearch } from './review-link.tsx';
import { listOf, type ReviewsSearch, toggleIn } from './search.ts';

/** Finds schools by words, clusters and phases; each filter is a chip that can be taken off again. */
export function BoardFilters({ clusters }: { clusters: Board['clusters'] }) {
  const search = useReviewsSearch();
  const navigate = useNavigate();
  const go = (change: { [K in keyof ReviewsSearch]?: ReviewsSearch[K] | undefined }) =>
    void navigate({
      to: '/reviews',
      search: changeSearch(search, change),
      replace: true,
      resetScroll: false,
    });
  const own = { cluster: listOf(search.cluster), phase: listOf(search.phase) };
  const all = {
    cluster: clusters.map(({ id, name }) => ({ value: id ?? 'none', label: name })),
    phase: phases.map((phase) => ({ value: phase as string, label: phaseWords[phase] })),
  };
  const toAdd = (kind: 'cluster' | 'phase', first: string) => [
    { value: '', label: first },
    ...all[kind].filter(({ value }) => !own[kind].includes(value)),
  ];
  const add = (kind: 'cluster' | 'phase') => (value: string) =>
    value && go({ [kind]: toggleIn(search[kind], value) });
  return (
    <div data-screen-only className="mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        name="season-q"
        label="Search schools, clusters and reviewers"
        placeholder="School, cluster or reviewer"
        value={search.q ?? ''}
        onSearch={(q) => go({ q: q || undefined })}
        className="w-full sm:w-72"
      />
      <Select
        name="season-cluster"
        label="Show a cluster"
        isLabelHidden
        options={toAdd('cluster', 'Every cluster')}
        value=""
        onChange={add('cluster')}
        className="w-44 max-sm:flex-1"
      />
      <Select
        name="season-phase"
        label="Show a phase"
        isLabelHidden
        options={toAdd('phase', 'Every phase')}
        value=""
        onChange={add('phase')}
        className="w-36 max-sm:flex-1"
      />
      {(['cluster', 'phase'] as const).flatMap((kind) =>
        own[kind].map((value) => (
          <ReviewLink
            key={value}
            change={{ [kind]: toggleIn(search[kind], value) }}
            replace
            className="inline-flex min-h-11 items-center gap-1.5 rounded-control border border-control bg-surface px-3 text-sm hover:bg-hover desk:min-h-9"
          >
            {all[kind].find((one) => one.value === value)?.label ?? value}
            <X aria-hidden className="size-4 text-muted" />
            <span className="sr-only">: take this filter off</span>
          </ReviewLink>
        )),
      )}
    </div>
  );
}
