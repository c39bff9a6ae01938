import type { SchoolsMap } from '@lateral/contract/schools';
import type { ClusterKind } from '@lateral/domain/schools/clusters';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Link } from '../ui/link.tsx';
import { ListMapSwitch } from '../ui/list-map-switch.tsx';
import { CountyMap } from '../ui/map/county-map.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { plural } from '../ui/plural.ts';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type ArrangedMap, arrangeMap, groundOf } from './arrange-map.ts';
import { MapCard } from './map-card.tsx';
import { MapLegend } from './map-legend.tsx';
import { MapTable } from './map-table.tsx';
import { mapFinding, mapKindWords, nowhereSentence } from './map-words.ts';
import { schoolsMapQuery } from './queries.ts';
import { SchoolFilters } from './school-filters.tsx';
import type { MapSearch } from './search.ts';

type Props = {
  search: MapSearch;
  /** The list that it is the map of. */
  of?: '/schools' | '/members';
  title?: string;
};

/** The schools that match, on a map of the county or, with the same in words, in a table. */
export function MapScreen({ search, of = '/schools', title = 'Schools' }: Props) {
  const { kind: given, as, ...filters } = search;
  const { q, phase, cluster } = filters;
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(schoolsMapQuery(filters));
  // The county stays as it is, whichever of its schools are looked for.
  const { data: county } = useQuery(schoolsMapQuery({}));
  const kind = given ?? firstKind(data);
  const go = (change: { [K in keyof MapSearch]?: string | undefined }) =>
    void navigate({ to: `${of}/map`, search: { ...search, ...change } as MapSearch, replace: true });
  const kinds = kindsOf(data);
  return (
    <div className="@container">
      <PageHeader
        title={title}
        tab={`Map of ${title.toLowerCase()}`}
        actions={
          <ListMapSwitch
            label="Ways to see the schools"
            view="map"
            to={of}
            search={{ list: of === '/schools' ? filters : { q, phase, cluster }, map: search }}
          />
        }
      />
      <SchoolFilters search={filters} onFilter={go} />
      {error && <ErrorNote error={error} onRetry={() => refetch()} />}
      {!(data && county) && !error && (
        <Card>
          <Skeleton lines={8} label="Loading the map" />
        </Card>
      )}
      {data && county && (
        <>
          <div data-screen-only className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
            {kinds.length > 1 && (
              <Select
                name="map-kind"
                label="Clusters to colour"
                options={kinds.map((one) => ({ value: one, label: mapKindWords[one] }))}
                value={kind}
                onChange={(one) => go({ kind: one })}
                className="w-full sm:w-80"
              />
            )}
            <Link
              to={`${of}/map`}
              search={{ ...search, as: as ? undefined : ('table' as const) } as MapSearch}
              replace
              className="inline-flex min-h-11 items-center desk:min-h-10"
            >
              {as ? 'See as map' : 'See as table'}
            </Link>
          </div>
          <Found
            key={JSON.stringify(filters)}
            data={data}
            county={county}
            kind={kind}
            isTable={as === 'table'}
            of={of}
          />
        </>
      )}
    </div>
  );
}

const kindsOf = (data: SchoolsMap | undefined) => [...new Set(data?.clusters.map(({ kind }) => kind))];
const firstKind = (data: SchoolsMap | undefined): ClusterKind => kindsOf(data)[0] ?? 'primary-partnership';

type FoundProps = {
  data: SchoolsMap;
  county: SchoolsMap;
  kind: ClusterKind;
  isTable: boolean;
  of: NonNullable<Props['of']>;
};

function Found({ data, county, kind, isTable, of }: FoundProps) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const map = useMemo(() => arrangeMap(data, kind), [data, kind]);
  const ground = useMemo(() => groundOf(county, data, kind), [county, data, kind]);
  const clusterNames = data.clusters.map(({ name }) => name);
  const chosen = data.schools.find(({ id }) => id === chosenId);
  const finding = mapFinding(data.schools, map.clusters);
  if (data.schools.length === 0) {
    return (
      <Card isPadded={false}>
        <EmptyState
          icon={SearchX}
          title="No school matches"
          action={
            <ButtonLink to={`${of}/map`} search={{}}>
              Clear the filters
            </ButtonLink>
          }
        >
          Check the spelling, or try part of the name, the town or the postcode.
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      <p role="status" className="mb-3">
        {finding}
      </p>
      {isTable ? (
        <MapTable schools={data.schools} clusterNames={clusterNames} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 @3xl:grid-cols-[minmax(0,1fr)_21rem]">
          <Card isPadded={false}>
            <CountyMap
              label={`Map of ${plural(data.schools.length, 'school')}. ${finding}`}
              ground={ground}
              points={map.points}
              areas={map.areas}
              chosenId={chosenId}
              onChoose={setChosenId}
            />
          </Card>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
            <div aria-live="polite">
              {chosen ? (
                <MapCard
                  school={chosen}
                  clusterNames={chosen.clusters.flatMap((place) => clusterNames[place] ?? [])}
                  onClose={() => setChosenId(null)}
                />
              ) : (
                <p className="text-sm text-muted">
                  Choose a school on the map to see what it is.{' '}
                  <span className="max-desk:hidden">
                    With the keyboard: N for the next one, P for the one before.
                  </span>
                </p>
              )}
            </div>
            <Card>
              <MapLegend clusters={map.clusters} hasAreas={map.areas.length > 0} />
            </Card>
            <Nowhere schools={map.nowhere} />
          </div>
        </div>
      )}
    </>
  );
}

function Nowhere({ schools }: { schools: ArrangedMap['nowhere'] }) {
  if (schools.length === 0) return null;
  return (
    <section aria-label="Not on the map" className="text-sm">
      <p className="mb-1">{nowhereSentence(schools.length)}</p>
      <ul className="max-h-60 overflow-y-auto border-t border-line">
        {schools.map(({ id, name }) => (
          <li key={id} className="border-b border-line py-1.5">
            <Link
              to="/schools/$schoolId"
              params={{ schoolId: id }}
              className="max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
