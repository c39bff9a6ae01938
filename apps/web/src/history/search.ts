export type HistorySearch = { q?: string; about?: 'partnership' | 'schools' };

/** Reads the filters from an address; what makes no sense is left out, so that an old link still opens. */
export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  const about = (['partnership', 'schools'] as const).find((one) => one === raw.about);
  return {
    ...(typeof raw.q === 'string' && raw.q.trim() && { q: raw.q.trim().slice(0, 100) }),
    ...(about && { about }),
  };
}
