import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import type { ReviewsSearch } from './search.ts';

type Change = { [K in keyof ReviewsSearch]?: ReviewsSearch[K] | undefined };
type Props = Omit<ComponentProps<'a'>, 'href' | 'target'> & {
  /** What the address says differently; undefined takes a part of it away. */
  change: Change;
  /** Takes the place of this address in the history. */
  replace?: boolean;
  children: ReactNode;
};

/** The search of this address with some of it changed. */
export function changeSearch(search: ReviewsSearch, change: Change): ReviewsSearch {
  const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(next);
}

/** What shows every review again. */
export const noFilter: Change = {
  tab: undefined,
  cluster: undefined,
  phase: undefined,
  q: undefined,
  answer: undefined,
};

export const useReviewsSearch = () => useSearch({ from: '/_in/reviews/' });

/** A link to this same board, seen differently. */
export function ReviewLink({ change, children, ...rest }: Props) {
  const search = useReviewsSearch();
  return (
    <Link to="/reviews" search={changeSearch(search, change)} resetScroll={false} {...rest}>
      {children}
    </Link>
  );
}
