type Parts = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const inWords = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');

/** All that is kept about a person as the rows of a table, for those who read it in a spreadsheet: one line for each fact. */
export const personRows = (parts: Parts): string[][] => [
  ['part', 'record', 'what', 'value'],
  ...Object.entries(parts).flatMap(([part, records]) =>
    records.flatMap((record, i) =>
      Object.entries(record).map(([what, value]) => [part, String(i + 1), what, inWords(value)]),
    ),
  ),
];
