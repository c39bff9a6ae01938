import type { LedgerRow } from '@lateral/contract/ledger';
import { capacities } from '@lateral/domain/ledger/entries';
import { capacityWords } from '@lateral/domain/ledger/words';

const figures = [
  ['Owed', 'owed'],
  ['Carried from before', 'carried'],
  ['Brought from before', 'brought'],
  ['Waived', 'waived'],
  ['To give', 'due'],
  ['Given', 'given'],
  ['Booked', 'booked'],
  ['Left', 'left'],
  ['Received', 'received'],
] as const;

const header = [
  'URN',
  'School',
  'Clusters',
  'Member',
  ...capacities.flatMap((capacity) =>
    figures.map(([name]) => `${capacityWords[capacity]}: ${name.toLowerCase()}, in days`),
  ),
];

/** The ledger of a year as a table for a spreadsheet, in days, header first. */
export const csvRows = (rows: readonly LedgerRow[]) => [
  header,
  ...rows.map((row) => [
    row.urn,
    row.name,
    row.clusters.join('; '),
    row.isMember ? 'Yes' : 'No',
    ...capacities.flatMap((capacity) => figures.map(([, key]) => row[capacity][key] / 2)),
  ]),
];
