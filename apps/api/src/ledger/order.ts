import type { LedgerRow } from '@lateral/contract/ledger';

export type Sort = 'owes' | 'name' | 'given';
type Key = readonly (string | number | null)[];

const leftOf = ({ head, deputy }: LedgerRow) => head.left + deputy.left;
const givenOf = ({ head, deputy }: LedgerRow) => head.given + deputy.given;
const first: Record<Sort, (row: LedgerRow) => number> = {
  owes: (row) => -leftOf(row),
  given: (row) => -givenOf(row),
  name: () => 0,
};

/** A row's place in a list: what it is sorted by, then its name. */
export const placeOf = (row: LedgerRow, sort: Sort = 'owes') => [
  first[sort](row),
  row.name.toLowerCase(),
  row.id,
];

/** Which of two places comes first: below none, the first one. */
export function comparePlaces(a: Key, b: Key): number {
  for (const [i, part] of a.entries()) {
    const other = b[i] ?? null;
    if (part === other) continue;
    return (part ?? '') < (other ?? '') ? -1 : 1;
  }
  return 0;
}
