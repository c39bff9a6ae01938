import { phases } from '@lateral/domain/schools/phases';
import type { BoardFilter } from '@lateral/domain/seasons/board-filter';
import { type SeasonTab, seasonTabs } from '@lateral/domain/seasons/standing';

const views = ['timeline', 'table', 'map', 'reviewers', 'unplaced'] as const;
export type View = (typeof views)[number];
const sorts = ['school', '-school', 'cluster', '-cluster', 'day', '-day', 'standing'] as const;
export type Sort = (typeof sorts)[number];

/** What the address of the season board says: what is shown, of which weeks, and which school is open beside it. */
export type ReviewsSearch = {
  year?: string;
  view?: View;
  tab?: SeasonTab;
  /** Ids of clusters with commas between; "none" is for the schools in no cluster. */
  cluster?: string;
  /** Phases with commas between. */
  phase?: string;
  /** Names of terms with commas between, or "all". */
  terms?: string;
  school?: string;
  q?: string;
  /** Of the reviewers, those who have not said yes or no. */
  answer?: 'waiting';
  sort?: Sort;
};

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value);

export const listOf = (text: string | undefined) => (text ? text.split(',') : []);

/** Puts one more into a list in the address, or takes it out; undefined for an empty list. */
export function toggleIn(text: string | undefined, value: string): string | undefined {
  const list = listOf(text);
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return next.length > 0 ? next.join(',') : undefined;
}

export function readReviewsSearch(raw: Record<string, unknown>): ReviewsSearch {
  const text = (key: string) =>
    typeof raw[key] === 'string' && raw[key] !== '' ? String(raw[key]) : undefined;
  const known = listOf(text('phase')).filter((one) => oneOf(phases, one));
  const read = {
    year: text('year'),
    view: oneOf(views, raw.view),
    tab: oneOf(seasonTabs, raw.tab),
    cluster: text('cluster'),
    phase: known.length > 0 ? known.join(',') : undefined,
    terms: text('terms'),
    school: text('school'),
    q: text('q'),
    answer: oneOf(['waiting'] as const, raw.answer),
    sort: oneOf(sorts, raw.sort),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** What of the season the address asks for, whichever way it is seen. */
export const filterOf = ({ tab, cluster, phase, q }: ReviewsSearch): BoardFilter => ({
  tab,
  clusters: listOf(cluster),
  phases: listOf(phase),
  q,
});
