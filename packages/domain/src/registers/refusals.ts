/** Why one row of a register file is turned away. */
export const rowRefusals = [
  'wrong-number-of-cells',
  'unprintable',
  'urn-missing',
  'urn-unreadable',
  'name-missing',
  'formula',
  'too-long',
  'authority-unreadable',
  'status-unknown',
  'date-unreadable',
  'duplicate-urn',
  'link-to-itself',
  'link-type-missing',
] as const;
export type RowRefusal = (typeof rowRefusals)[number];

/** Where a row was turned away, why, and what was found there. */
export interface RefusedCell {
  column: string | null;
  reason: RowRefusal;
  params: Readonly<Record<string, string | number>>;
}

/** A cell we could not read in a row that is taken all the same, with that one fact left empty. */
export interface DoubtfulCell {
  column: string;
  value: string;
}

type Params = RefusedCell['params'];

const words: Record<RowRefusal, (params: Params, column: string) => string> = {
  'wrong-number-of-cells': (p) =>
    `This row has ${count(p.cells, 'cell')}, the header has ${p.columns}. A comma or a quote mark may be missing or left over.`,
  unprintable: (_, column) =>
    `The cell “${column}” holds a character that cannot be printed. The file may be damaged.`,
  'urn-missing': (_, column) => `The cell “${column}” is empty. Every row needs a URN.`,
  'urn-unreadable': (p, column) =>
    `The cell “${column}” says “${p.value}”. A URN is a whole number of up to seven figures.`,
  'name-missing': (_, column) => `The cell “${column}” is empty. Every school needs a name.`,
  formula: (p, column) =>
    `The cell “${column}” starts like a spreadsheet formula: “${p.value}”. We do not take formulas.`,
  'too-long': (p, column) => `The cell “${column}” is too long. It may have at most ${p.most} characters.`,
  'authority-unreadable': (p, column) =>
    `The cell “${column}” says “${p.value}”. It must be the number of the local authority, such as 916.`,
  'status-unknown': (p, column) =>
    `The cell “${column}” says “${p.value}”. We cannot tell whether this school is open or closed.`,
  'date-unreadable': (p, column) =>
    `The cell “${column}” says “${p.value}”. We cannot read it as a date. Write it like 31-08-2026.`,
  'duplicate-urn': (p) => `URN ${p.urn} is already on row ${p.firstRow} of this file. We kept the first row.`,
  'link-to-itself': (p) => `This row links URN ${p.urn} to itself.`,
  'link-type-missing': (_, column) =>
    `The cell “${column}” is empty. We cannot tell how the two schools are linked.`,
};

/** One plain sentence or two for the person who sent the file. */
export function sayRefusal(refused: RefusedCell): string {
  return words[refused.reason](refused.params, refused.column ?? '');
}

/** What to say about a cell that was left empty because we could not read it. */
export function sayDoubt(doubt: DoubtfulCell): string {
  return `The cell “${doubt.column}” says “${doubt.value}”. We could not read that, so we left it out and kept the rest of the row.`;
}

/** Shortens what a cell held, so that a report stays readable. */
export function quoteCell(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

function count(number: string | number | undefined, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
