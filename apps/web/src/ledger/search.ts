import { ledgerSorts } from '@lateral/contract/ledger';

/** What the address of the ledger says. */
export type LedgerSearch = {
  year?: string;
  q?: string;
  cluster?: string;
  left?: 'yes';
  sort?: (typeof ledgerSorts)[number];
};

const isCluster = (value: unknown): value is string =>
  typeof value === 'string' && (value === 'none' || /^[0-9a-f-]{36}$/i.test(value));
const isYear = (value: unknown) => /^20\d\d$/.test(String(value));

/** Reads the filters from an address; what makes no sense is left out, so that an old link still opens. */
export function readLedgerSearch(raw: Record<string, unknown>): LedgerSearch {
  const sort = ledgerSorts.find((one) => one === raw.sort);
  return {
    ...(isYear(raw.year) && { year: String(raw.year) }),
    ...(typeof raw.q === 'string' && raw.q.trim() && { q: raw.q.trim().slice(0, 100) }),
    ...(isCluster(raw.cluster) && { cluster: raw.cluster }),
    ...(raw.left === 'yes' && { left: 'yes' as const }),
    ...(sort && { sort }),
  };
}
