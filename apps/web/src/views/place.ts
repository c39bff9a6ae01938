import type { View } from '@lateral/contract/views';
import type { ViewScreen } from '@lateral/domain/views/views';

export type NewView = Pick<View, 'screen' | 'name' | 'filters' | 'isShared'>;

const paths: Record<ViewScreen, string> = {
  schools: '/schools',
  people: '/people',
  reviews: '/reviews',
  members: '/members',
};

/** Where a view is: its list's own address, so that it can be sent to anybody. */
export const placeOf = ({ screen, filters }: Pick<View, 'screen' | 'filters'>) => ({
  to: paths[screen],
  search: filters,
});

/** What of a list's address a view keeps: not the record that happens to be open beside it. */
export function filtersOf(search: object): Record<string, string> {
  const given = Object.entries(search).filter(([key, value]) => key !== 'school' && Boolean(value));
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}

/** Whether a list shows this view. */
export const isShowing = (view: Pick<View, 'filters'>, filters: Record<string, string>) => {
  const keys = Object.keys(view.filters);
  return (
    keys.length === Object.keys(filters).length && keys.every((key) => view.filters[key] === filters[key])
  );
};
