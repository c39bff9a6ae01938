import type { Row } from './arrange.ts';
import type { Sort } from './search.ts';
import { reasonOf } from './words.ts';

type Say = (row: Row) => string;

export const leadOf = ({ review }: Row) =>
  review?.team.find(({ personId }) => personId === review.leadId)?.name ?? '';
export const othersOf = ({ review }: Row) =>
  (review?.team ?? []).filter(({ personId }) => personId !== review?.leadId).map(({ name }) => name);

/** Rows in which every word typed occurs: in the school, its cluster or its reviewers. */
export function filterRows(rows: readonly Row[], q: string | undefined, clusterOf: Say): readonly Row[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const people = (row.review?.team ?? []).flatMap(({ name, schoolName }) => [name, schoolName]);
    const text = [row.name, clusterOf(row), ...people].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Schools without a date come last whichever way dates run. */
export function sortRows(rows: readonly Row[], sort: Sort, clusterOf: Say): Row[] {
  const key = sort.replace('-', '');
  const way = sort.startsWith('-') ? -1 : 1;
  const of: Say =
    key === 'cluster' ? clusterOf : key === 'day' ? ({ review }) => review?.day ?? '' : (row) => row.name;
  return rows.toSorted((a, b) => {
    const [first, second] = [of(a), of(b)];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return way * first.localeCompare(second) || a.name.localeCompare(b.name);
  });
}

export function csvRows(rows: readonly Row[], clusterOf: Say): string[][] {
  const team = (row: Row) => [leadOf(row), ...othersOf(row), '', ''].slice(0, 3);
  return [
    ['School', 'Cluster', 'Date', 'Lead', 'Reviewer 2', 'Reviewer 3', 'Why no date'],
    ...rows.map((row) => [
      row.name,
      clusterOf(row),
      row.review?.day ?? '',
      ...team(row),
      row.reasons.map((code) => reasonOf(code).title).join('; '),
    ]),
  ];
}
