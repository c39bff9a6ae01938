import { type SchoolRow, schoolShows, schoolSorts } from '@lateral/contract/schools';
import { phases } from '@lateral/domain/schools/phases';

export type SchoolSearch = {
  q?: string;
  show?: (typeof schoolShows)[number];
  phase?: (typeof phases)[number];
  cluster?: string;
  member?: 'yes' | 'no';
  sort?: (typeof schoolSorts)[number];
};

const oneOf = <T extends string>(list: readonly T[], value: unknown) => list.find((one) => one === value);
const isCluster = (value: unknown): value is string =>
  typeof value === 'string' && (value === 'none' || /^[0-9a-f-]{36}$/i.test(value));

/** Reads the filters from an address; what makes no sense is left out, so that an old link still opens. */
export function readSchoolSearch(raw: Record<string, unknown>): SchoolSearch {
  const show = oneOf(schoolShows, raw.show);
  const phase = oneOf(phases, raw.phase);
  const member = oneOf(['yes', 'no'] as const, raw.member);
  const sort = oneOf(schoolSorts, raw.sort);
  return {
    ...(typeof raw.q === 'string' && raw.q.trim() && { q: raw.q.trim().slice(0, 100) }),
    ...(show && { show }),
    ...(phase && { phase }),
    ...(isCluster(raw.cluster) && { cluster: raw.cluster }),
    ...(member && { member }),
    ...(sort && { sort }),
  };
}

/** What the screens need to know of a chosen school, to take an action back. */
export type ChosenSchool = Pick<SchoolRow, 'id' | 'clusters'>;
