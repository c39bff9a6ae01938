/** Why one row of a people file is turned away. */
export const personRefusals = [
  'wrong-number-of-cells',
  'unprintable',
  'urn-unreadable',
  'role-unknown',
  'name-missing',
  'formula',
  'too-long',
  'email-missing',
  'email-unreadable',
  'email-of-another',
  'date-unreadable',
  'ends-before-it-begins',
  'yes-or-no-unreadable',
  'duplicate-row',
] as const;
export type PersonRefusal = (typeof personRefusals)[number];

/** Where a row was turned away, why, and what was found there. */
export interface RefusedPerson {
  column: string | null;
  reason: PersonRefusal;
  params: Readonly<Record<string, string | number>>;
}

const words: Record<PersonRefusal, (params: RefusedPerson['params'], column: string) => string> = {
  'wrong-number-of-cells': (p) =>
    `This row has ${p.cells} cells, the header has ${p.columns}. A comma or a quote mark may be missing or left over.`,
  unprintable: (_, column) =>
    `The cell “${column}” holds a character that cannot be printed. The file may be damaged.`,
  'urn-unreadable': (p, column) =>
    `The cell “${column}” says “${p.value}”. It should be the school's URN, a whole number.`,
  'role-unknown': (p, column) =>
    `The cell “${column}” says “${p.value}”. Use headteacher, deputy, senior leader, chair of governors, governor or school administrator.`,
  'name-missing': (_, column) => `The cell “${column}” is empty. Every person needs a first and a last name.`,
  formula: (p, column) =>
    `The cell “${column}” starts like a spreadsheet formula: “${p.value}”. We do not take formulas.`,
  'too-long': (p, column) => `The cell “${column}” is too long. It may have at most ${p.most} characters.`,
  'email-missing': (_, column) =>
    `The cell “${column}” is empty. Every person needs an e-mail address to sign in.`,
  'email-unreadable': (p, column) => `The cell “${column}” says “${p.value}”. That is not an e-mail address.`,
  'email-of-another': (p) =>
    `Row ${p.firstRow} gives this e-mail address to ${p.name}. Each person needs an address of their own.`,
  'date-unreadable': (p, column) =>
    `The cell “${column}” says “${p.value}”. We cannot read it as a date. Write it like 01-09-2026.`,
  'ends-before-it-begins': (p) => `This role ends on ${p.to}, before it begins on ${p.from}.`,
  'yes-or-no-unreadable': (p, column) => `The cell “${column}” says “${p.value}”. Write yes or no.`,
  'duplicate-row': (p) =>
    `The same person has the same role at this school on row ${p.firstRow}. We kept that row.`,
};

/** One plain sentence or two for the person who sent the file. */
export function sayPersonRefusal(refused: RefusedPerson): string {
  return words[refused.reason](refused.params, refused.column ?? '');
}
