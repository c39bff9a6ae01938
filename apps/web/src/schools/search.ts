import type { schoolShows, schoolSorts } from '@lateral/contract/schools';
import { type ClusterKind, clusterKinds } from '@lateral/domain/schools/clusters';
import { phases } from '@lateral/domain/schools/phases';

type Show = (typeof schoolShows)[number];
type Sort = (typeof schoolSorts)[number];
export type SchoolSearch = {
  q?: string;
  show?: Show;
  phase?: (typeof phases)[number];
  cluster?: string;
  group?: number;
  member?: 'yes' | 'no';
  sort?: Sort;
};

// Said again rather than imported, so that reading an address does not load the whole contract; the compiler checks both.
const shows = keysOf<Show>({ counted: 1, unsettled: 1, 'not-counted': 1, closed: 1, all: 1 });
const sorts = keysOf<Sort>({ name: 1, '-name': 1, town: 1, pupils: 1, '-pupils': 1, urn: 1 });

function keysOf<T extends string>(all: Record<T, 1>) {
  return Object.keys(all) as T[];
}
const oneOf = <T extends string>(list: readonly T[], value: unknown) => list.find((one) => one === value);
const isCluster = (value: unknown): value is string =>
  typeof value === 'string' && (value === 'none' || /^[0-9a-f-]{36}$/i.test(value));

const isUid = (value: unknown) => /^[1-9]\d{0,6}$/.test(String(value ?? ''));

/** Reads the filters from an address; what makes no sense is left out, so that an old link still opens. */
export function readSchoolSearch(raw: Record<string, unknown>): SchoolSearch {
  const show = oneOf(shows, raw.show);
  const phase = oneOf(phases, raw.phase);
  const member = oneOf(['yes', 'no'] as const, raw.member);
  const sort = oneOf(sorts, raw.sort);
  return {
    ...(typeof raw.q === 'string' && raw.q.trim() && { q: raw.q.trim().slice(0, 100) }),
    ...(show && { show }),
    ...(phase && { phase }),
    ...(isCluster(raw.cluster) && { cluster: raw.cluster }),
    ...(isUid(raw.group) && { group: Number(raw.group) }),
    ...(member && { member }),
    ...(sort && { sort }),
  };
}

/** The map's own, beside the filters of the list: which clusters it colours, and whether it is shown as a table. */
export type MapSearch = SchoolSearch & { kind?: ClusterKind; as?: 'table' };

export function readMapSearch(raw: Record<string, unknown>): MapSearch {
  const kind = oneOf(clusterKinds, raw.kind);
  return { ...readSchoolSearch(raw), ...(kind && { kind }), ...(raw.as === 'table' && { as: 'table' }) };
}
