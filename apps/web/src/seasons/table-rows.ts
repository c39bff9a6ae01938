import type { Standing } from '@lateral/domain/seasons/standing';
import type { Row } from './arrange.ts';
import type { Sort } from './search.ts';

type Say = (row: Row) => string;

export const leadOf = ({ review }: Row) =>
  review?.team.find(({ personId }) => personId === review.leadId)?.name ?? '';
export const othersOf = ({ review }: Row) =>
  (review?.team ?? []).filter(({ personId }) => personId !== review?.leadId).map(({ name }) => name);

const dayOf: Say = ({ review }) => review?.day ?? '';
/** What presses most comes first; then what is left to place. */
const pressOf: Say = ({ standing }) => String(pressing.indexOf(standing));
const pressing: readonly Standing[] = ['clash', 'short', 'none', 'draft', 'asked', 'booked', 'done'];

/** Schools without a date come last whichever way dates run. */
export function sortRows(rows: readonly Row[], sort: Sort, clusterOf: Say): Row[] {
  const key = sort.replace('-', '');
  const way = sort.startsWith('-') ? -1 : 1;
  const of: Say =
    key === 'cluster' ? clusterOf : key === 'day' ? dayOf : key === 'standing' ? pressOf : ({ name }) => name;
  return rows.toSorted((a, b) => {
    const [first, second] = [of(a), of(b)];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return way * first.localeCompare(second) || a.name.localeCompare(b.name);
  });
}
