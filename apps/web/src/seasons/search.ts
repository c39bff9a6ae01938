export const views = ['timeline', 'table', 'unplaced'] as const;
export type View = (typeof views)[number];
const sorts = ['school', '-school', 'cluster', '-cluster', 'day', '-day'] as const;
export type Sort = (typeof sorts)[number];

/** What the address of the season board says: what is shown, of which weeks, and which school is open beside it. */
export type ReviewsSearch = {
  year?: string;
  view?: View;
  /** Names of terms with commas between, or "all". */
  terms?: string;
  school?: string;
  q?: string;
  sort?: Sort;
};

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value);

export function readReviewsSearch(raw: Record<string, unknown>): ReviewsSearch {
  const text = (key: string) =>
    typeof raw[key] === 'string' && raw[key] !== '' ? String(raw[key]) : undefined;
  const read = {
    year: text('year'),
    view: oneOf(views, raw.view),
    terms: text('terms'),
    school: text('school'),
    q: text('q'),
    sort: oneOf(sorts, raw.sort),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
