/** A head's days and a deputy's are counted apart; another senior leader whom the school names gives for the deputy. */
export const capacities = ['head', 'deputy'] as const;
export type Capacity = (typeof capacities)[number];

/**
 * What the ledger of half-days holds. A school owes 1.5 days in each capacity a year (consultation, peer review), gives
 * a day for each review that one of its leaders has been on, and receives three for its own; days are waived with a
 * reason; `brought` is what an earlier way of counting left over. A mistake is put right by another entry.
 */
export const entryKinds = ['owed', 'given', 'received', 'waived', 'brought'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What a school owes in each capacity in a year, in half-days. */
export const owedHalfDays = 3;
